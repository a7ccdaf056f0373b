package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program with a file that would end it: one sentence, and everything else goes on.
class CrashesStayOutsideTest {
    private static final String SENTENCE =
            "'crash.onnx' was stopped: it makes ONNX Runtime crash. Export it again, with another"
                    + " version of what wrote it.";

    @TempDir Path folder;

    @BeforeEach
    void models() throws IOException {
        for (String name : new String[] {"crash.onnx", "fine.onnx"}) {
            try (InputStream model = getClass().getResourceAsStream("/trial/" + name)) {
                Files.copy(model, folder.resolve(name));
            }
        }
    }

    @Test
    void predictSaysItAndEnds() throws Exception {
        Started run = Started.run(folder, java.util.List.of(), "predict", "crash.onnx", "--x", "1");

        assertThat(run.err()).isEqualTo(SENTENCE + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void serveSaysItAndGoesOn() throws Exception {
        Path err = folder.resolve("err");
        Process server =
                Started.start(
                        folder,
                        folder.resolve("out"),
                        err,
                        "serve",
                        "crash.onnx",
                        "fine.onnx",
                        "--port",
                        "0");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(Started.address(server, err));

            HttpResponse<String> crash = predict(client, address, "crash");
            HttpResponse<String> fine = predict(client, address, "fine");

            assertThat(crash.statusCode()).isEqualTo(500);
            assertThat(crash.body()).contains(SENTENCE);
            assertThat(fine.statusCode()).isEqualTo(200);
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static HttpResponse<String> predict(HttpClient client, URI address, String model)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/models/" + model + "/predict"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"x\": 1}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
