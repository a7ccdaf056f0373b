package dev.vitrine.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The models of these tests: what eighteen real ones declare, without their weights.
final class Declared {
    private Declared() {}

    static Path file(String name) {
        try {
            return Path.of(Declared.class.getResource("/onnx/declared/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path model(String name) {
        return file(name + ".onnx");
    }

    /// The lines of a table beside the models.
    static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        return lines("declarations.txt").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .toList();
    }
}
