package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The web face has the window's colours.
class WebTokensTest {
    private static final Path FILE =
            Path.of(
                    System.getProperty("basedir", ""),
                    "src/main/resources/dev/vitrine/web/tokens.css");

    @Test
    void theWebsColoursAreTheWindows() throws IOException {
        assertThat(Files.readString(FILE).replace("\r\n", "\n"))
                .as(
                        "web/tokens.css is not what WebTokens makes of the window's style sheets;"
                                + " print it anew")
                .isEqualTo(WebTokens.css());
    }
}
