package dev.vitrine.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.vitrine.window.kind.Faces;

import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The two looks of the window, both AtlantaFX's Primer under one style sheet of our own.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private static final String DARK_CLASS = "dark";

    private final String stylesheet;

    Theme(String stylesheet) {
        this.stylesheet = stylesheet;
    }

    /// The look that the system asks for.
    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// The user agent style sheet.
    String stylesheet() {
        return stylesheet;
    }

    Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Dresses a scene in this look.
    public void dress(Scene scene) {
        scene.setUserAgentStylesheet(stylesheet);
        scene.getStylesheets().setAll(own());
        mark(scene.getRoot());
    }

    /// Tells a root which look it has, for the few tokens that the style sheet sets per look.
    void mark(Parent root) {
        root.getStyleClass().remove(DARK_CLASS);
        if (this == DARK) {
            root.getStyleClass().add(DARK_CLASS);
        }
    }

    private static List<String> own() {
        URL sheet =
                Objects.requireNonNull(
                        Theme.class.getResource("vitrine.css"), "vitrine.css is missing");
        return Stream.concat(Stream.of(sheet.toExternalForm()), Faces.stylesheets().stream())
                .toList();
    }
}
