package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class FoldersTest {
    private static final Path HOME = Path.of("/home/käthe");

    @Test
    void linuxKeepsDataWhereXdgSays() {
        assertThat(data("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "")))
                .isEqualTo(HOME.resolve(".local/share"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data"));
    }

    @Test
    void macKeepsDataInApplicationSupport() {
        assertThat(data("Mac OS X", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(HOME.resolve("Library/Application Support"));
    }

    @Test
    void windowsKeepsDataInLocalAppData() {
        assertThat(data("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local"));
        assertThat(data("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local"));
    }

    @Test
    void theUsersOwnModelsAreTheLastOfTheGallery() {
        assertThat(new Folders("Linux", HOME, Map.of()).gallery().getLast())
                .isEqualTo(HOME.resolve(".local/share/vitrine/models"));
    }

    private static Path data(String system, Map<String, String> environment) {
        return new Folders(system, HOME, environment).data();
    }
}
