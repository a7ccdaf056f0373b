package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The program from outside: what it prints where, what it ends with, and what it loads.
class ProcessTest {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final int SIGTERM = 15;

    @TempDir Path folder;

    @Test
    void oneRunAnswersOnStandardOutputAndSaysNothingElse() throws Exception {
        Started run =
                run(
                        HERE,
                        "predict",
                        "models/digits",
                        "--image",
                        "models/digits/examples/digit_3.png",
                        "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).endsWith("}\n").doesNotContain("\n{");
        JsonNode scores = Json.MAPPER.readTree(run.out()).path("scores");
        assertThat(scores.path("label").stringValue()).isEqualTo("3");
        assertThat(scores.path("confidences")).hasSize(10);
    }

    @Test
    void namesOutsideAsciiAreReadAsTyped() throws Exception {
        Path file = folder.resolve("ü 日本.png");
        Files.copy(HERE.resolve("models/digits/examples/digit_4.png"), file);

        Started run = run(folder, "predict", "digits", "--image", file.getFileName().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Reading: 4 ");
        assertThat(run(folder, "predict", "digits", "--image", "größe.png").err())
                .contains("'größe.png'");
    }

    @Test
    void aMistakeLoadsNeitherEngineNorServerNorToolkit() throws Exception {
        for (String argument : List.of("--help", "predct", "models/none")) {
            assertThat(loaded(argument, "models/digits"))
                    .noneMatch(ProcessTest::isToolkit)
                    .noneMatch(ProcessTest::isServer)
                    .noneMatch(ProcessTest::isEngine);
        }
    }

    @Test
    void aDescriptionLoadsNoEngine() throws Exception {
        assertThat(loaded("describe", "digits"))
                .noneMatch(ProcessTest::isToolkit)
                .noneMatch(ProcessTest::isServer)
                .noneMatch(ProcessTest::isEngine);
    }

    @Test
    void aRunLoadsNeitherServerNorToolkit() throws Exception {
        assertThat(loaded("check", "digits"))
                .anyMatch(ProcessTest::isEngine)
                .noneMatch(ProcessTest::isToolkit)
                .noneMatch(ProcessTest::isServer);
    }

    @Test
    void withoutADisplayTheWindowIsOneSentence() throws Exception {
        Started run = run(folder, "digits");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("shot", "serve", "predict");
    }

    @Test
    void serveEndsWhenItIsToldTo() throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process server = Started.start(HERE, out, err, "serve", "digits", "--port", "0");
        int port;
        try {
            port = URI.create(Started.address(server, err)).getPort();
            new Socket(InetAddress.getLoopbackAddress(), port).close();
        } finally {
            server.destroy();
        }

        assertThat(server.waitFor()).isEqualTo(128 + SIGTERM);
        assertThat(out).isEmptyFile();
        assertThat(Files.readAllLines(err)).hasSize(1);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Started run = run(HERE, "serve", "digits", "--port", port);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains(port);
        }
    }

    private static Started run(Path folder, String... arguments) throws Exception {
        return Started.run(folder, List.of(), arguments);
    }

    /// The names of the classes that a run loads.
    private List<String> loaded(String... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        Started.run(folder, List.of("-Xlog:class+load:file=" + log), arguments);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").split(" ")[0])
                    .toList();
        }
    }

    private static boolean isToolkit(String name) {
        return name.startsWith("javafx.") || name.startsWith("com.sun.javafx.");
    }

    private static boolean isServer(String name) {
        return name.startsWith("io.javalin.") || name.startsWith("org.eclipse.jetty.");
    }

    private static boolean isEngine(String name) {
        return name.startsWith("ai.onnxruntime.") || name.startsWith("ai.djl.");
    }
}
