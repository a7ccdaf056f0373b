package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ü").toAbsolutePath();

    private static Places places(String system, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", HOME.toString());
        return new Places(properties, environment);
    }

    @Test
    void onLinuxTheXdgDataFolderOrItsDefault() {
        assertThat(places("Linux", Map.of()).own())
                .isEqualTo(HOME.resolve(".local/share/vitrine/models"));
        Path data = HOME.resolve("data");
        assertThat(places("Linux", Map.of("XDG_DATA_HOME", data.toString())).own())
                .isEqualTo(data.resolve("vitrine/models"));
        assertThat(places("Linux", Map.of("XDG_DATA_HOME", "relative")).own())
                .isEqualTo(HOME.resolve(".local/share/vitrine/models"));
        assertThat(places("Linux", Map.of("XDG_DATA_HOME", "")).own())
                .isEqualTo(HOME.resolve(".local/share/vitrine/models"));
    }

    @Test
    void onAMacApplicationSupport() {
        assertThat(places("Mac OS X", Map.of("XDG_DATA_HOME", "/x")).own())
                .isEqualTo(HOME.resolve("Library/Application Support/vitrine/models"));
    }

    @Test
    void onWindowsTheLocalDataFolderOrItsDefault() {
        Path data = HOME.resolve("local");
        assertThat(places("Windows 11", Map.of("LOCALAPPDATA", data.toString())).own())
                .isEqualTo(data.resolve("vitrine/models"));
        assertThat(places("Windows 11", Map.of()).own())
                .isEqualTo(HOME.resolve("AppData/Local/vitrine/models"));
    }

    @Test
    void theProgramsOwnModelsLieBesideIt() {
        Places places = places("Linux", Map.of());
        assertThat(places.installed()).isEmpty();
        places.properties().setProperty("vitrine.home", HOME.toString());
        assertThat(places.installed()).contains(HOME.resolve("models"));
        assertThat(places.gallery()).containsExactly(HOME.resolve("models"), places.own());
        assertThat(places.own()).isEqualTo(places.data().resolve("models"));
    }
}
