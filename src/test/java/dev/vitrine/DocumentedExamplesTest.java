package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Json;
import dev.vitrine.mcp.ToolServer;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The OpenAPI document of the gallery keeps its word: each of its requests is answered, as it
/// says.
class DocumentedExamplesTest {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TestFactory
    Stream<DynamicTest> everyRequestOfTheDocumentIsAnsweredAsItSays() throws Exception {
        Catalog catalog =
                new Catalog(
                        List.of(Path.of("models")), new OnnxRuntime(), new HuggingFaceTokenizers());
        Runner runner = new Runner();
        Endpoint endpoint =
                Endpoint.start(
                        catalog,
                        runner,
                        new ToolsOverHttp(new ToolServer(catalog, runner)),
                        Endpoint.Options.STANDARD.withPort(0));
        HttpClient client = HttpClient.newHttpClient();
        URI address = endpoint.address();
        JsonNode document =
                Json.MAPPER.readTree(
                        client.send(
                                        HttpRequest.newBuilder(address.resolve("/openapi.json"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .body());
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode post = path.getValue().path("post");
            Schema takes = schema(document, post.path("requestBody"));
            Schema gives = schema(document, post.at("/responses/200"));
            JsonNode json = post.at("/requestBody/content/application~1json/examples");
            json.properties()
                    .forEach(example ->
                            tests.add(
                                    DynamicTest.dynamicTest(
                                            path.getKey() + ": " + example.getKey(),
                                            () -> {
                                                JsonNode inputs = example.getValue().path("value");
                                                assertThat(takes.validate(inputs)).isEmpty();
                                                JsonNode outputs =
                                                        answer(
                                                                client,
                                                                address.resolve(path.getKey()),
                                                                inputs);
                                                assertThat(gives.validate(outputs)).isEmpty();
                                            })));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(catalog.models().size());
        return tests.stream()
                .onClose(() -> {
                    client.close();
                    endpoint.close();
                    runner.close();
                    catalog.close();
                });
    }

    private static JsonNode answer(HttpClient client, URI address, JsonNode inputs)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(inputs.toString()))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    /// The schema of a JSON body, with the rest of the document at hand.
    private static Schema schema(JsonNode document, JsonNode body) {
        JsonNode reference = body.at("/content/application~1json/schema/$ref");
        return SCHEMAS.getSchema(
                reference.isMissingNode()
                        ? Json.object()
                        : document.at(reference.stringValue().substring(1)));
    }
}
