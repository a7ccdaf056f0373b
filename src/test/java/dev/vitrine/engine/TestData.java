package dev.vitrine.engine;

import dev.vitrine.kind.Raw;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One model of ONNX's own backend tests with what goes in and what should come out.
///
/// @param model its file
record TestData(Path model) {
    /// Where Debian's package `libonnx-testdata` puts them.
    private static final Path ALL = Path.of("/usr/share/libonnx-testdata/data");

    /// Set where the package must be there.
    private static final String REQUIRED = "VITRINE_TESTDATA";

    /// All models; without the package the test is skipped, or fails where the package is required.
    static List<TestData> all() {
        boolean there = Files.isDirectory(ALL);
        if (System.getenv(REQUIRED) == null) {
            Assumptions.assumeTrue(there, "the package libonnx-testdata is not installed");
        } else if (!there) {
            throw new AssertionError("Install the package libonnx-testdata.");
        }
        try (Stream<Path> files = Files.walk(ALL)) {
            return files.filter(f -> f.toString().endsWith(".onnx"))
                    .sorted()
                    .map(TestData::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return String.valueOf(model.getParent().getFileName());
    }

    /// What goes in, in the order of the file's inputs.
    List<Raw.Upload> inputs() {
        return files("input_");
    }

    /// What should come out, in the order of the file's outputs.
    List<Raw.Upload> outputs() {
        return files("output_");
    }

    private List<Raw.Upload> files(String prefix) {
        List<Raw.Upload> all = new ArrayList<>();
        while (true) {
            String name = prefix + all.size() + ".pb";
            Path file = model.resolveSibling("test_data_set_0").resolve(name);
            if (Files.notExists(file)) {
                return all;
            }
            try {
                all.add(new Raw.Upload(Files.readAllBytes(file), name, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
