package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.http.InferenceClient;
import dev.vitrine.kind.Comparison;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every demo gives one answer, whether its networks run here or behind the Open Inference
/// Protocol, in JSON and in bytes: the same tasks over the same networks, far away.
class InferenceGalleryTest {
    private static final Path GALLERY = Path.of("models");
    private static final Catalog HERE =
            new Catalog(List.of(GALLERY), new OnnxRuntime(), new HuggingFaceTokenizers());
    private static final Runner RUNNER = new Runner(2);
    private static final Runner CALLERS = new Runner(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Map<String, Double> FEWER_ROUNDS = Map.of("length", 3.0, "steps", 5.0);

    private static Endpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = Endpoint.start(HERE, RUNNER, Endpoint.Options.STANDARD.withPort(0));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        endpoint.close();
        CALLERS.close();
        RUNNER.close();
        HERE.close();
    }

    static Stream<String> gallery() throws IOException {
        try (Stream<Path> folders = Files.list(GALLERY)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void everyNetworkGivesOverTheProtocolWhatTheDemoGives(String id) throws Exception {
        Model model = HERE.model(id);
        Example example = model.signature().examples().getFirst();
        Values inputs = brief(model, Form.decode(model.signature(), model.read(example)));
        JsonNode json = Form.encode(model.signature().inputs(), inputs);
        JsonNode rest = rest(id, json);
        for (boolean binary : new boolean[] {false, true}) {
            try (Catalog far =
                    new Catalog(
                            List.of(GALLERY),
                            file -> network(id, file, binary),
                            new HuggingFaceTokenizers())) {
                Model there = far.model(id);
                Values outputs = CALLERS.submit(there, inputs, Origin.SELF_TEST).await();
                assertThat(
                                Comparison.differs(
                                        "",
                                        rest,
                                        Form.encode(there.signature().outputs(), outputs),
                                        1e-6))
                        .as(binary ? "binary" : "JSON")
                        .isEmpty();
            }
        }
        assertThat(RUNNER.calls().calls()).anyMatch(call -> call.model().startsWith(id));
    }

    /// A loop goes round a few times only: each time all it remembers travels there and back.
    private static Values brief(Model model, Values inputs) {
        Values brief = inputs;
        for (Map.Entry<String, Double> less : FEWER_ROUNDS.entrySet()) {
            if (model.signature().input(less.getKey()).isPresent()) {
                brief = brief.with(less.getKey(), less.getValue());
            }
        }
        return brief;
    }

    private static Network network(String id, Path file, boolean binary) {
        Map<String, String> files = HERE.model(id).signature().models();
        String name =
                files.entrySet().stream()
                        .filter(entry -> file.endsWith(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        String path = files.size() == 1 ? id : id + "." + name;
        return new InferenceClient(
                endpoint.address().resolve("/v2/models/" + path), binary, CLIENT);
    }

    private static JsonNode rest(String id, JsonNode inputs) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.address().resolve("/models/" + id + "/predict"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(inputs.toString()))
                        .build();
        return Json.MAPPER.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }
}
