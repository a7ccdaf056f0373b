package dev.vitrine.window;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The bundled fonts, so that the window looks the same on every machine.
///
/// JavaFX knows no weights between regular and bold: each weight of Inter is a family of its own
/// (`Inter`, `Inter Medium`, `Inter SemiBold`), which the style sheet names.
public final class Fonts {
    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.woff",
                    "Inter-Medium.woff",
                    "Inter-SemiBold.woff",
                    "JetBrainsMono-Regular.woff");

    private Fonts() {}

    /// Makes the fonts known to JavaFX, on any thread; to be done before the first style sheet is
    /// applied.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("The font " + file + " is missing or broken");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
