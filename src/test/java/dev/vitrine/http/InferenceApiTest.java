package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Json;
import dev.vitrine.model.ModelFolder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The Open Inference Protocol by its literal messages.
class InferenceApiTest {
    private static final String MASS =
            """
            {"id": "7", "inputs": [
             {"name": "beak_length_mm", "datatype": "FP32", "shape": [1, 1], "data": [40]},
             {"name": "beak_depth_mm", "datatype": "FP32", "shape": [1, 1], "data": [[18.0]]},
             {"name": "flipper_length_mm", "datatype": "FP32", "shape": [1, 1], "data": [190]},
             {"name": "species", "datatype": "BYTES", "shape": [1, 1], "data": ["Adelie"]},
             {"name": "island", "datatype": "BYTES", "shape": [1, 1], "data": ["Dream"]},
             {"name": "sex", "datatype": "BYTES", "shape": [1, 1], "data": ["MALE"]}]}
            """;

    private static Served served;

    @BeforeAll
    static void open() throws URISyntaxException {
        served = new Served();
        Path file =
                Path.of(InferenceApiTest.class.getResource("/engine/penguins-mass.onnx").toURI());
        served.catalog.add(ModelFolder.read(file, new OnnxRuntime()));
    }

    @AfterAll
    static void close() {
        served.close();
        served.catalog.close();
    }

    @Test
    void theServerTellsItsNameVersionAndExtensions() {
        JsonNode server = json(served.get("/v2"));
        assertThat(server.path("name").asString()).isEqualTo("vitrine");
        assertThat(server.path("version").asString()).isNotEmpty();
        assertThat(server.path("extensions").toString())
                .isEqualTo("[\"binary_tensor_data\",\"model_configuration\"]");
        assertThat(served.get("/v2/").body()).isEqualTo(served.get("/v2").body());
        assertThat(served.get("/v2/health/live").body()).isEqualTo("{\"live\":true}");
        assertThat(served.get("/v2/health/ready").body()).isEqualTo("{\"ready\":true}");
        assertThat(served.get("/v2/models").body()).isEqualTo("{\"models\":[\"penguins-mass\"]}");
        assertThat(served.get("/v2/models/penguins-mass/ready").body())
                .isEqualTo("{\"name\":\"penguins-mass\",\"ready\":true}");
        assertThat(served.send(post("/v2/repository/index", "{}")).body())
                .isEqualTo(
                        "[{\"name\":\"penguins-mass\",\"version\":\"1\",\"state\":\"READY\",\"reason\":\"\"}]");
    }

    @Test
    void aNetworkTellsItsTensors() {
        String one = served.get("/v2/models/penguins-mass").body();
        assertThat(one)
                .startsWith(
                        "{\"name\":\"penguins-mass\",\"versions\":[\"1\"],\"platform\":\"onnx_onnxv1\",\"inputs\":[{\"name\":")
                .contains("{\"name\":\"sex\",\"datatype\":\"BYTES\",\"shape\":[-1,1]}");
        assertThat(served.get("/v2/models/penguins-mass/versions/1").body()).isEqualTo(one);
    }

    @Test
    void aNetworkTellsItsConfigurationAsTritonHasIt() {
        String one = served.get("/v2/models/penguins-mass/config").body();
        assertThat(one)
                .startsWith(
                        "{\"name\":\"penguins-mass\",\"platform\":\"onnxruntime_onnx\",\"backend\":\"onnxruntime\",\"max_batch_size\":0,\"input\":[")
                .contains("{\"name\":\"sex\",\"data_type\":\"TYPE_STRING\",\"dims\":[-1,1]}")
                .contains("\"data_type\":\"TYPE_FP32\"");
        assertThat(served.get("/v2/models/penguins-mass/versions/1/config").body()).isEqualTo(one);
    }

    @Test
    void aRequestIsAnsweredWithItsIdAndTheTensors() {
        HttpResponse<String> answer = infer(MASS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = json(answer);
        assertThat(json.path("model_name").asString()).isEqualTo("penguins-mass");
        assertThat(json.path("model_version").asString()).isEqualTo("1");
        assertThat(json.path("id").asString()).isEqualTo("7");
        JsonNode output = json.path("outputs").path(0);
        assertThat(output.path("shape").toString()).isEqualTo("[1,1]");
        assertThat(output.path("data").path(0).asDouble()).isBetween(3_000.0, 5_000.0);
        assertThat(answer.headers().firstValue("Server-Timing")).isPresent();
        assertThat(infer(MASS.replace("\"id\": \"7\", ", "")).body()).doesNotContain("\"id\"");
    }

    @Test
    void theAnswersAreWhatTheDocumentSays() {
        JsonNode document = json(served.get("/openapi.json"));
        for (String[] pair :
                new String[][] {
                    {"/v2", "InferenceServer"},
                    {"/v2/models/penguins-mass", "InferenceMetadata"}
                }) {
            assertThat(schema(document, pair[1]).validate(json(served.get(pair[0])))).isEmpty();
        }
        assertThat(schema(document, "InferenceRequest").validate(Json.MAPPER.readTree(MASS)))
                .isEmpty();
        assertThat(schema(document, "InferenceResponse").validate(json(infer(MASS)))).isEmpty();
        assertThat(schema(document, "InferenceError").validate(json(infer("{}")))).isEmpty();
    }

    /// As Triton's clients send it: JSON, then bytes, and no type.
    @Test
    void someTensorsMayBeBytesAndOthersNot() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(18).array());
        bytes.writeBytes(new byte[] {4, 0, 0, 0, 'M', 'A', 'L', 'E'});
        String mixed =
                MASS.replace("\"data\": [[18.0]]", "\"parameters\": {\"binary_data_size\": 4}")
                        .replace(
                                "\"data\": [\"MALE\"]",
                                "\"parameters\": {\"binary_data_size\": 8}");
        byte[] head = mixed.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                served.send(
                        HttpRequest.newBuilder(served.uri("/v2/models/penguins-mass/infer"))
                                .POST(
                                        BodyPublishers.ofByteArrays(
                                                List.of(head, bytes.toByteArray()))),
                        "Inference-Header-Content-Length",
                        Integer.toString(head.length));
        assertThat(answer.body()).isEqualTo(infer(MASS).body());
    }

    /// A program that names no type is heard; what a page could send without asking is not.
    @Test
    void withoutATypeOnlyWhatNoBrowserSendsIsJson() {
        HttpRequest.Builder bare =
                HttpRequest.newBuilder(served.uri("/v2/models/penguins-mass/infer"))
                        .POST(BodyPublishers.ofString(MASS));
        assertThat(served.send(bare).statusCode()).isEqualTo(200);
        long runs = served.runs();
        String own = "http://127.0.0.1:" + served.port();
        for (String[] headers :
                new String[][] {
                    {"Origin", own},
                    {"Sec-Fetch-Site", "same-origin"},
                    {"Content-Type", "text/plain"},
                    {"Content-Type", "application/x-www-form-urlencoded"}
                }) {
            HttpResponse<String> answer =
                    served.send(
                            HttpRequest.newBuilder(served.uri("/v2/models/penguins-mass/infer"))
                                    .POST(BodyPublishers.ofString(MASS)),
                            headers);
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).startsWith("{\"error\":\"A body of type '");
        }
        assertThat(served.runs()).isEqualTo(runs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "inputs"|"input"|The list inputs is missing; give the input tensors in it.
                    "sex"|"gender"|There is no input 'gender'; penguins-mass has
                    "sex"|"island"|The input 'island' is there twice; send it once.
                    ["MALE"]|[]|its shape asks for 1 elements and its data holds 0; make them agree.
                    ["MALE"]|["MALE", "FEMALE"]|The input 'sex' holds more elements than the 1 of its shape; make them agree.
                    ["MALE"]|[1]|The input 'sex' holds an element that is no string; mend its data.
                    ["MALE"]|"MALE"|The input 'sex' has no list data; give its elements in it.
                    [1, 1], "data": ["MALE"]|[1], "data": ["MALE"]|has the shape [1]; give
                    [1, 1], "data": ["MALE"]|[1, -1], "data": ["MALE"]|has a shape with what is no whole number from 0; mend it.
                    [1, 1], "data": ["MALE"]|[4294967296, 4294967296], "data": ["MALE"]|has a shape of more elements than can be; mend it.
                    [40]|["x"]|must hold numbers only.
                    [40]|[null]|The input 'beak_length_mm' holds an element that is no float32; mend its data.
                    "FP32", "shape": [1, 1], "data": [40]|"FP64", "shape": [1, 1], "data": [40]|The input 'beak_length_mm' is FP32 and not 'FP64'; send it so.
                    "data": [40]|"parameters": {"binary_data_size": 4}|there are 0 left behind the JSON
                    "id": "7"|"id": 7|The id must be a text; quote it.
                    "id": "7"|"outputs": [{"name": "mass"}]|There is no output 'mass'; penguins-mass has
                    {"id"|{{"id"|The body is not valid JSON from character
                    """)
    void whatDoesNotFitIsRefusedInASentence(String right, String wrong, String sentence) {
        long runs = served.runs();
        HttpResponse<String> answer = infer(MASS.replace(right, wrong));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).propertyNames()).containsExactly("error");
        assertThat(json(answer).path("error").asString()).contains(sentence).endsWith(".");
        assertThat(served.runs()).isEqualTo(runs);
    }

    @Test
    void aMissingTensorIsNamed() {
        String without = MASS.replaceAll(",\\s*\\{\"name\": \"sex\"[^}]*}", "");
        assertThat(infer(without).body())
                .isEqualTo("{\"error\":\"'Sex' is missing; give it a value.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999", "100000", ""})
    void aLengthThatIsNoneIsRefused(String length) {
        HttpResponse<String> answer =
                served.send(
                        post("/v2/models/penguins-mass/infer", MASS),
                        "Inference-Header-Content-Length",
                        length);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"error\":\"Inference-Header-Content-Length must be the number");
    }

    @Test
    void aBareBodyIsForNetworksOfOneInput() {
        HttpResponse<String> answer =
                served.send(
                        post("/v2/models/penguins-mass/infer", "1234"),
                        "Inference-Header-Content-Length",
                        "0");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":\"A body without JSON is for networks of one input;"
                                + " penguins-mass has 6.\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /v2/models/none|404|There is no
                    /v2/models/none/ready|404|There is no
                    /v2/models/half|404|'half' is a function and has no tensors; call it at /models/half/predict.
                    /v2/models/penguins-mass/versions/2|404|penguins-mass has no version '2'; ask for version 1 or for none.
                    /v2/models/penguins-mass/infer|405|This path is not for GET
                    /v2/none|404|There is nothing at this path
                    /v2/models/penguins-mass.main|404|There is no
                    """)
    void errorsHaveTheProtocolsForm(String path, int status, String sentence) {
        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).propertyNames()).containsExactly("error");
        assertThat(json(answer).path("error").asString()).startsWith(sentence);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        HttpResponse<String> answer = infer(" ".repeat((int) Served.MAX_BODY + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aCallIsNotedAndKeptInTheHistory() {
        long calls = served.endpoint.calls();
        infer(MASS);
        assertThat(served.endpoint.calls()).isEqualTo(calls + 1);
        assertThat(served.runner.history().runs().getFirst().model().id())
                .isEqualTo("penguins-mass");
    }

    private static Schema schema(JsonNode document, String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Json.object()
                                .put("$ref", "#/components/schemas/" + name)
                                .set("components", document.path("components")));
    }

    private static HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(served.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> infer(String body) {
        return served.send(post("/v2/models/penguins-mass/infer", body));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }
}
