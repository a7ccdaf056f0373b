package dev.vitrine.engine;

import dev.vitrine.tensor.Network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The models of these tests.
final class Networks {
    /// A classifier over four numbers and two strings whose last output is a sequence of maps.
    static final Path SPECIES = resource("penguins-species.onnx");

    /// A regression over three numbers and three strings.
    static final Path MASS = resource("penguins-mass.onnx");

    /// `steps` matrix products of 256×256 in a loop.
    static final Path SLOW_LOOP = resource("slow-loop.onnx");

    private Networks() {}

    static Network open(Path file) {
        return new OnnxRuntime().open(file);
    }

    static Network open(Path folder, byte[] model) {
        try {
            return open(Files.write(folder.resolve("model.onnx"), model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(Networks.class.getResource("/engine/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
