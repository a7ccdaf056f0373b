package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.tensor.Network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A process that opens a network writes nothing to its streams and leaves nothing in the user's
/// home: no cache of DJL's, and no device identifier, which ONNX Runtime makes when its telemetry
/// starts.
class QuietStartTest {
    @TempDir Path home;
    @TempDir Path output;

    @Test
    void openingANetworkIsNotNoticed() throws IOException, InterruptedException {
        File said = output.resolve("said").toFile();
        ProcessBuilder child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.home=" + home,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Opens.class.getName(),
                                Networks.SPECIES.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said);
        child.environment().put("HOME", home.toString());
        List.of("XDG_CACHE_HOME", "XDG_DATA_HOME", "ORT_DISABLE_TELEMETRY", "DJL_CACHE_DIR")
                .forEach(child.environment()::remove);

        int exit = child.start().waitFor();

        assertThat(said).hasContent("6 inputs");
        assertThat(exit).isZero();
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left).containsExactly(home);
        }
    }

    /// What the child process does.
    static final class Opens {
        private Opens() {}

        public static void main(String[] args) {
            try (Network network = Networks.open(Path.of(args[0]))) {
                System.out.println(network.inputs().size() + " inputs");
            }
        }
    }
}
