package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitrine.describe.Call;
import dev.vitrine.describe.Language;
import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The code with Gradio's own clients: the JavaScript one is run where it is installed, as CI does,
/// and gives what every other face gives; Python, whose package Debian does not have, reads its
/// own.
class GradioSnippetsTest {
    /// A folder `node_modules` with `@gradio/client` in it.
    private static final String CLIENT = "VITRINE_NODE_MODULES";

    /// Set where what is not there is a failure.
    private static final String REQUIRED = "VITRINE_INTERPRETERS";

    private static final Catalog CATALOG =
            new Catalog(List.of(Path.of("models")), new OnnxRuntime(), new HuggingFaceTokenizers());
    private static final Runner RUNNER = new Runner(2);
    private static Endpoint endpoint;

    @TempDir static Path temp;

    @BeforeAll
    static void start() {
        endpoint = Endpoint.start(CATALOG, RUNNER, Endpoint.Options.STANDARD.withPort(0));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
        RUNNER.close();
        CATALOG.close();
    }

    static Stream<String> gallery() {
        return CATALOG.models().stream()
                .filter(model -> !model.signature().examples().isEmpty())
                .map(Model::id);
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void gradiosClientGivesWhatTheOtherFacesGive(String id) throws Exception {
        String modules = System.getenv(CLIENT);
        if (System.getenv(REQUIRED) == null) {
            assumeTrue(modules != null, "@gradio/client is not installed");
        }
        Model model = CATALOG.model(id);
        Values inputs = inputs(model);
        Path link = temp.resolve("node_modules");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, Path.of(modules).toAbsolutePath());
        }
        Path script = temp.resolve("call.mjs");
        Files.writeString(script, code(model, inputs, Language.GRADIO_JAVASCRIPT));
        JsonNode answer =
                Json.MAPPER.readTree(run(Path.of("models", id), "node", script.toString()));
        Values expected = RUNNER.submit(model, inputs, Origin.HTTP).await();
        List<Port> outputs = model.signature().outputs();
        assertThat(answer.size()).isEqualTo(outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            Port port = outputs.get(i);
            JsonNode wanted = shared(Kinds.encode(port, expected.byName().get(port.name())));
            JsonNode given = own(port, answer.get(i));
            assertThat(wanted.equals(GradioSnippetsTest::compare, given))
                    .as("%.800s\nis not\n%.800s", given, wanted)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void pythonReadsItsCode(String id) throws Exception {
        if (System.getenv(REQUIRED) == null) {
            assumeTrue(isThere("python3"), "python3 is not installed");
        }
        Model model = CATALOG.model(id);
        String code = code(model, inputs(model), Language.GRADIO_PYTHON);
        assertThat(code)
                .contains("Client(\"" + endpoint.address() + "/\")", "api_name=\"/" + id + "\"");
        Path script = temp.resolve("call.py");
        Files.writeString(script, code);
        run(temp, "python3", "-m", "py_compile", script.toString());
    }

    private static Values inputs(Model model) {
        Example example = model.signature().examples().getFirst();
        return Form.decode(model.signature(), model.read(example));
    }

    private static String code(Model model, Values inputs, Language language) {
        Example example = model.signature().examples().getFirst();
        return language.code(Call.of(model, endpoint.address(), inputs, Optional.of(example)));
    }

    /// A value in Gradio's form as the kind has it.
    private static JsonNode own(Port port, JsonNode given) throws Exception {
        if (given.path("meta").path("_type").asString("").equals("gradio.FileData")) {
            byte[] bytes = fetch(given.path("url").stringValue());
            Object value = Kinds.of(port).decode(port, new Raw.Upload(bytes, null, null));
            return Kinds.encode(port, value);
        }
        if (given.has("annotations")) {
            ObjectNode boxes = Json.object();
            for (JsonNode one : given.path("annotations")) {
                fetch(one.at("/image/url").stringValue());
                boxes.withArray("boxes").add(((ObjectNode) one.deepCopy()).without("image"));
            }
            return boxes;
        }
        if (given.at("/0/token").isString()) {
            return spans(given);
        }
        return given.has("metadata") ? ((ObjectNode) given.deepCopy()).without("metadata") : given;
    }

    /// A text in pieces, as Gradio has it, as a text and its spans.
    private static JsonNode spans(JsonNode pieces) {
        ObjectNode spans = Json.object();
        StringBuilder text = new StringBuilder();
        for (JsonNode piece : pieces) {
            int start = text.length();
            text.append(piece.path("token").stringValue());
            if (piece.path("class_or_confidence").isString()) {
                spans.withArray("spans")
                        .addObject()
                        .put("label", piece.path("class_or_confidence").stringValue())
                        .put("start", start)
                        .put("end", text.length());
            }
        }
        return spans.put("text", text.toString());
    }

    /// What Gradio has a place for: spans have no score there.
    private static JsonNode shared(JsonNode value) {
        value.path("spans").forEach(span -> ((ObjectNode) span).remove("score"));
        return value;
    }

    private static byte[] fetch(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    /// JSON has one kind of number, and programs write 1.0 as 1.
    private static int compare(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber()
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : a.equals(b) ? 0 : 1;
    }

    private static String run(Path folder, String... command) throws Exception {
        Path output = temp.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean isThere(String program) throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
