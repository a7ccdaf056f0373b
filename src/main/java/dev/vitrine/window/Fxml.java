package dev.vitrine.window;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/// Builds views from their FXML files, handing them controllers that are already made.
final class Fxml {
    private Fxml() {}

    /// The view of a file in this package.
    ///
    /// @param controllers one for each `fx:controller` in the file and in those it includes
    static Parent load(String file, Object... controllers) {
        FXMLLoader loader =
                new FXMLLoader(
                        Objects.requireNonNull(
                                Fxml.class.getResource(file), () -> file + " is missing"));
        loader.setClassLoader(Fxml.class.getClassLoader());
        loader.setControllerFactory(type ->
                Arrays.stream(controllers)
                        .filter(type::isInstance)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        file + " wants a " + type.getSimpleName())));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
