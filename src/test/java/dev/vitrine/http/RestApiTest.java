package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.Runner;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

class RestApiTest {
    private static final byte[] PNG =
            PictureCodec.png(Picture.of(3, 2, 1, new byte[] {0, 50, 100, (byte) 150, 7, 9}));

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void healthSaysReady() {
        assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void modelsAreListedAndDescribed() {
        JsonNode list = Json.MAPPER.readTree(served.get("/models").body());
        assertThat(list.path("models"))
                .extracting(model -> model.path("id").stringValue())
                .contains("echo", "half", "throwing");
        JsonNode one = Json.MAPPER.readTree(served.get("/models/half").body());
        assertThat(one.path("inputs").path(0).path("name").stringValue()).isEqualTo("number");
        assertThat(one.path("inputs").path(0).path("max").doubleValue()).isEqualTo(10);
    }

    @Test
    void anUnknownModelIsNotFoundInASentence() {
        for (HttpResponse<String> answer :
                List.of(served.get("/models/hafl"), served.json("hafl", "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).startsWith("{\"detail\":\"There is no model 'hafl'");
        }
    }

    @Test
    void anUnknownPathAndAWrongMethodAreToldApart() {
        assertThat(served.get("/no/such/path").statusCode()).isEqualTo(404);
        HttpResponse<String> answer =
                served.send(HttpRequest.newBuilder(served.uri("/models/half/predict")));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("POST");
        assertThat(answer.body()).startsWith("{\"detail\":\"");
    }

    @Test
    void theOpenApiDocumentFollowsTheCatalogue() {
        String before = served.get("/openapi.json").body();
        assertThat(served.get("/openapi.json").body()).isEqualTo(before);
        served.catalog.add(
                new FunctionModel(
                        "later", served.catalog.model("half").signature(), (in, _) -> in));
        assertThat(before).doesNotContain("/models/later/predict");
        assertThat(served.get("/openapi.json").body()).contains("/models/later/predict");
    }

    @Test
    void optionsSaysWhatAPathIsForAndOpensNothingToOthers() {
        HttpResponse<String> answer =
                served.send(
                        HttpRequest.newBuilder(served.uri("/models/half/predict"))
                                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void theAnswerIsJsonByPort() {
        HttpResponse<String> answer = served.json("half", "{\"number\": 5, \"note\": \"ü 日\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"half\":2.5,\"note\":\"ü 日\"}");
    }

    @Test
    void jsonFormAndBareBodyGiveTheSameAnswer() throws IOException {
        String base64 = Base64.getEncoder().encodeToString(PNG);
        String expected =
                "{\"size\":{\"label\":\"pixels\",\"confidences\":[{\"label\":\"pixels\",\"confidence\":6.0}]}}";
        for (HttpResponse<String> answer :
                List.of(
                        served.json("size", "{\"image\":\"data:image/png;base64," + base64 + "\"}"),
                        served.json("size", "{\"image\":\"" + base64 + "\"}"),
                        served.post(
                                "size",
                                "application/vnd.x+json; charset=utf-8",
                                ("{\"image\":\"" + base64 + "\"}")
                                        .getBytes(StandardCharsets.UTF_8)),
                        served.post("size", "image/png", PNG),
                        served.post("size", "IMAGE/PNG; x=y", PNG),
                        served.post(
                                "size", "multipart/form-data; boundary=b", form("image", PNG)))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(expected);
        }
    }

    @Test
    void aFormMayBeAsLargeAsABareBody() throws IOException {
        byte[] large = Arrays.copyOf(PNG, 54_000_000);
        byte[] tooLarge = Arrays.copyOf(PNG, (int) Endpoint.Options.STANDARD.maxBody());
        String form = "multipart/form-data; boundary=b";
        try (Served roomy = new Served(Endpoint.Options.STANDARD.withPort(0), new Runner(1))) {
            HttpResponse<String> bare = roomy.post("size", "image/png", large);
            HttpResponse<String> parts = roomy.post("size", form, form("image", large));
            assertThat(bare.statusCode()).isEqualTo(200);
            assertThat(parts.body()).isEqualTo(bare.body());
            HttpResponse<String> refused = roomy.post("size", form, form("image", tooLarge));
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("larger than the 67,108,864 bytes");
        }
    }

    @Test
    void textPartsOfAFormFillPlainPorts() {
        String body =
                """
                --b\r
                Content-Disposition: form-data; name="number"\r
                \r
                7\r
                --b\r
                Content-Disposition: form-data; name="note"\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                ü 日\r
                --b--\r
                """;
        assertThat(
                        served.post(
                                        "half",
                                        "multipart/form-data; boundary=\"b\"",
                                        body.getBytes(StandardCharsets.UTF_8))
                                .body())
                .isEqualTo("{\"half\":3.5,\"note\":\"ü 日\"}");
    }

    @Test
    void aFileNameNeverNamesAFolder() throws IOException {
        String answer =
                served.post(
                                "size",
                                "multipart/form-data; boundary=b",
                                form("image", "../../ü 日/C:\\\\x\\\\cat.png", new byte[] {1}))
                        .body();
        assertThat(answer).contains("'cat.png'").doesNotContain("..");
    }

    @Test
    void aMediumComesBareWhereItIsAskedFor() {
        HttpResponse<byte[]> png =
                served.send(
                        served.predict("echo").POST(BodyPublishers.ofByteArray(PNG)),
                        BodyHandlers.ofByteArray(),
                        "Content-Type",
                        "image/png",
                        "Accept",
                        "image/png");
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(png.body()).isEqualTo(PNG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|application/json",
                "*/*|application/json",
                "''|application/json",
                "image/png|image/png",
                "image/*|image/png",
                "image/*, application/json;q=0.5|image/png",
                "image/png;q=0.5, */*|application/json",
                "text/html, */*;q=0.1|application/json",
                "text/event-stream, application/json|application/json"
            })
    void theFormThatTheClientLikesBestIsChosen(String accept, String type) {
        HttpResponse<String> answer = served.post("echo", "image/png", PNG, "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "image/gif", "application/json;q=0, text/html", "nonsense"})
    void aFormThatThereIsNotIsRefusedBeforeTheRun(String accept) {
        long runs = served.runs();
        HttpResponse<String> answer = served.post("echo", "image/png", PNG, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body())
                .contains(
                        "accept application/json or image/png or text/event-stream or"
                                + " application/jsonl");
        assertThat(served.runs()).isEqualTo(runs);
    }

    @Test
    void muchJsonIsPackedWhereTheClientAsksForThat() throws IOException {
        HttpResponse<String> plain = served.get("/openapi.json");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
        HttpResponse<byte[]> packed =
                served.send(
                        HttpRequest.newBuilder(served.uri("/openapi.json")),
                        BodyHandlers.ofByteArray(),
                        "Accept-Encoding",
                        "deflate, gzip;q=0.8, br");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.body());
        }
        for (HttpResponse<String> other :
                List.of(
                        served.get("/health", "Accept-Encoding", "gzip"),
                        served.get("/openapi.json", "Accept-Encoding", "gzip;q=0, identity"))) {
            assertThat(other.headers().firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void anAnswerSaysHowLongItsRunWaitedAndTook() {
        assertThat(
                        served.json("half", "{\"number\": 1}")
                                .headers()
                                .firstValue("Server-Timing")
                                .orElse(""))
                .matches("wait;dur=\\d+\\.\\d, model;dur=\\d+\\.\\d");
    }

    @Test
    void labelsAndTablesComeAsCsvAndTensorsAsNpy() {
        HttpResponse<String> label = served.post("size", "image/png", PNG, "Accept", "text/csv");
        assertThat(label.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(label.body()).isEqualTo("label,confidence\r\npixels,6.0\r\n");
        String body =
                """
                {"tensor": [1, 2, 3], "table": {"headers": ["ü", "n"], "data": [["日", 1]]}}\
                """;
        assertThat(served.json("passing", body, "Accept", "text/csv").body())
                .isEqualTo("ü,n\r\n日,1\r\n");
        HttpResponse<byte[]> npy =
                served.send(
                        served.predict("passing").POST(BodyPublishers.ofString(body)),
                        BodyHandlers.ofByteArray(),
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/x-npy, application/json;q=0.9");
        assertThat(npy.headers().firstValue("Content-Type")).contains("application/x-npy");
        assertThat(Npy.read(npy.body()))
                .isEqualTo(Tensor.of(ElementType.FLOAT32, new double[] {1, 2, 3}, 3));
    }

    @Test
    void aTypeThatTwoOutputsHaveStandsForNeither() {
        String body = "{\"table\": {\"headers\": [\"n\"], \"data\": [[1]]}}";
        assertThat(served.json("twice", body).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = served.json("twice", body, "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("accept application/json").doesNotContain("csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":"
                    + " 40}|{\"type\":\"less_than_equal\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number'"
                    + " is 40; give a number from 0 to 10.\",\"input\":40,\"ctx\":{\"le\":10.0}}",
                "{\"number\":"
                    + " 40.50}|{\"type\":\"less_than_equal\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number'"
                    + " is 40.5; give a number from 0 to"
                    + " 10.\",\"input\":40.5,\"ctx\":{\"le\":10.0}}",
                "{\"number\":"
                    + " [4]}|{\"type\":\"float_type\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number'"
                    + " is not a number; give a number from 0 to 10.\",\"input\":[4]}",
                "{\"number\":"
                    + " null}|{\"type\":\"float_type\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number'"
                    + " is not a number; give a number from 0 to 10.\",\"input\":null}",
                "{\"note\":\"n\"}|{\"type\":\"missing\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number'"
                    + " is missing; give it a value.\",\"input\":{\"note\":\"n\"}}",
                "{}|{\"type\":\"missing\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number' is"
                        + " missing; give it a value.\",\"input\":{}}",
                "{\"number\":"
                    + " \"four\"}|{\"type\":\"float_parsing\",\"loc\":[\"body\",\"number\"],\"msg\":\"'Number'"
                    + " is not a number; give a number from 0 to 10.\",\"input\":\"four\"}",
                "{\"number\": 4, \"size\":"
                    + " 1}|{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"size\"],\"msg\":\"There"
                    + " is no input 'size'; use number, note.\",\"input\":1}",
                "[4]|{\"type\":\"model_attributes_type\",\"loc\":[\"body\"],\"msg\":\"The body must"
                        + " be a JSON object with the inputs by name; put them between { and"
                        + " }.\",\"input\":[4]}",
                "''|{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"The body is empty; send a"
                        + " JSON object with the inputs.\",\"input\":null}",
                "{\"number\": 4|{\"type\":\"json_invalid\",\"loc\":[\"body\",12],\"msg\":\"The body"
                    + " is not valid JSON from character 12 on; mend"
                    + " it.\",\"input\":{},\"ctx\":{\"error\":\"Unexpected end-of-input: expected"
                    + " close marker for Object\"}}",
                "{\"note\": \"ü日\", number:"
                    + " 1}|{\"type\":\"json_invalid\",\"loc\":[\"body\",15],\"msg\":\"The body is"
                    + " not valid JSON from character 15 on; mend"
                    + " it.\",\"input\":{},\"ctx\":{\"error\":\"Unexpected character ('n' (code"
                    + " 110)): was expecting double-quote to start property name\"}}",
                "{\"number\": 1, \"number\":"
                    + " 2}|{\"type\":\"json_invalid\",\"loc\":[\"body\",22],\"msg\":\"The body is"
                    + " not valid JSON from character 22 on; mend"
                    + " it.\",\"input\":{},\"ctx\":{\"error\":\"Duplicate Object property"
                    + " \\\"number\\\"\"}}"
            })
    void whatDoesNotFitIsSaidInFastApisShape(String body, String problem) {
        long runs = served.runs();
        HttpResponse<String> answer = served.json("half", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("{\"detail\":[" + problem + "]}");
        assertThat(served.runs()).isEqualTo(runs);
    }

    @Test
    void everyProblemIsSaidAtOnce() {
        JsonNode detail =
                Json.MAPPER
                        .readTree(
                                served.json(
                                                "half",
                                                "{\"number\": -1, \"note\": \"too long\", \"x\":"
                                                        + " 1}")
                                        .body())
                        .path("detail");
        assertThat(detail)
                .extracting(problem -> problem.path("loc").path(1).stringValue())
                .containsExactly("number", "note", "x");
    }

    @Test
    void ofAFormTextIsRepeatedAsItWasSentAndOfWhatIsMissingNothing() throws IOException {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("number", "040") + part.formatted("x", "y") + "--b--\r\n";
        assertThat(
                        served.post(
                                        "half",
                                        "multipart/form-data; boundary=b",
                                        body.getBytes(StandardCharsets.UTF_8))
                                .body())
                .contains("\"input\":\"040\"", "\"input\":\"y\"");
        assertThat(
                        served.post(
                                        "half",
                                        "multipart/form-data; boundary=b",
                                        (part.formatted("note", "n") + "--b--\r\n").getBytes())
                                .body())
                .contains("\"missing\"", "\"input\":null");
    }

    @Test
    void whatIsMissingRepeatsOnlyTheBeginningOfALargeBody() {
        String answer =
                served.json(
                                "half",
                                "{\"note\": \"%s\", \"x\": [%s1]}"
                                        .formatted("n".repeat(1_000), "1,".repeat(1_000)))
                        .body();
        assertThat(answer).contains("nnn…\"", "1,1,\"…\"]").hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope|0",
                "{'a': 1}|1",
                "{\"number\": nul}|11",
                "{\"number\": 4} x|14",
                "{\"number\" 4}|10",
                "{\"number\": }|11",
                "{\"number\": [1 2]}|14",
                "[1, 2|5"
            })
    void whereJsonIsNoneIsSaidAsPythonCountsIt(String body, int position) {
        JsonNode problem = Json.MAPPER.readTree(served.json("half", body).body()).at("/detail/0");
        assertThat(problem.path("type").stringValue()).isEqualTo("json_invalid");
        assertThat(problem.path("loc").toString()).isEqualTo("[\"body\"," + position + "]");
    }

    @Test
    void aConnectionLastsBeyondAnError() throws IOException {
        String head =
                "POST /models/half/predict HTTP/1.1\r\n"
                        + "Host: 127.0.0.1:%d\r\n"
                        + "Content-Type: %s\r\n"
                        + "Content-Length: %d\r\n"
                        + "%s\r\n"
                        + "%s";
        try (Wire wire = new Wire(served.port())) {
            for (String[] wrong :
                    List.of(
                            new String[] {"application/json", "{\"number\": 40}"},
                            new String[] {"application/json", "{"},
                            new String[] {"text/plain", "{\"number\": 4}"})) {
                wire.raw(head.formatted(served.port(), wrong[0], wrong[1].length(), "", wrong[1]));
            }
            String good = "{\"number\": 4}";
            wire.raw(
                    head.formatted(
                            served.port(),
                            "application/json",
                            good.length(),
                            "Connection: close\r\n",
                            good));
            assertThat(wire.all())
                    .containsSubsequence(
                            "HTTP/1.1 422",
                            "HTTP/1.1 422",
                            "HTTP/1.1 415",
                            "HTTP/1.1 200",
                            "{\"half\":2");
        }
    }

    @Test
    void anAnswerNeverRepeatsAHugeValue() {
        String list = "[" + "1,".repeat(50_000) + "1]";
        HttpResponse<String> answer = served.json("size", "{\"image\":" + list + "}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().length()).isLessThan(1_000);
    }

    @Test
    void deepJsonIsRefusedAndNotFollowed() {
        String deep = "{\"number\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        HttpResponse<String> answer = served.json("half", deep);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"json_invalid\"");
    }

    @Test
    void jsonOfTooManyValuesIsRefusedBeforeItFillsTheMemory() {
        try (Served roomy = new Served(Endpoint.Options.STANDARD.withPort(0), new Runner(1))) {
            String many = "{\"tensor\":[" + "{},".repeat(2_000_000) + "{}]}";
            HttpResponse<String> answer = roomy.json("passing", many);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"json_invalid\"");
            assertThat(roomy.runs()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "text/json",
                "application/jsonx",
                "image/png",
                "application/octet-stream"
            })
    void aTypeThatIsNotTakenIsRefusedAndSaysWhatIs(String type) {
        long runs = served.runs();
        HttpResponse<String> answer = served.post("half", type, "{\"number\": 4}".getBytes());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("application/json, multipart/form-data");
        assertThat(served.runs()).isEqualTo(runs);
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        assertThat(
                        served.send(
                                        served.predict("half")
                                                .POST(BodyPublishers.ofString("{\"number\": 4}")))
                                .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aPartWithoutANameIsRefused() {
        String body =
                "--b\r\nContent-Disposition: form-data; filename=\"a.png\"\r\n\r\nabc\r\n--b--\r\n";
        assertThat(
                        served.post("size", "multipart/form-data; boundary=b", body.getBytes())
                                .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
    void aFormThatIsNoneIsABadRequest(String type) throws IOException {
        HttpResponse<String> answer = served.post("size", type, form("image", PNG));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"detail\":\"");
    }

    @Test
    void picturesOfOneNameAreOneGalleryAndComeBackAsAZipFile() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String name : List.of("a.png", "b.png")) {
            byte[] part = form("album", name, PNG);
            body.write(part, 0, part.length - "--b--\r\n".length());
        }
        body.write(form("album", "c.png", PNG));
        String type = "multipart/form-data; boundary=b";
        JsonNode album =
                Json.MAPPER
                        .readTree(served.post("album", type, body.toByteArray()).body())
                        .path("album");
        assertThat(album.values().stream().map(one -> one.path("caption").asString("")))
                .containsExactly("a.png", "b.png", "c.png");
        HttpResponse<String> zip =
                served.post("album", type, body.toByteArray(), "Accept", "application/zip");
        assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(zip.body()).startsWith("PK");
        JsonNode part =
                Json.MAPPER
                        .readTree(served.get("/openapi.json").body())
                        .at(
                                "/paths/~1models~1album~1predict/post/requestBody/content/multipart~1form-data/schema/properties/album");
        assertThat(part.path("type").asString("")).isEqualTo("array");
        assertThat(part.at("/items/format").asString("")).isEqualTo("binary");
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() throws IOException {
        byte[] once = form("image", PNG);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(once, 0, once.length - "--b--\r\n".length());
        twice.write(once);
        HttpResponse<String> answer =
                served.post("size", "multipart/form-data; boundary=b", twice.toByteArray());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("'image' is there twice");
    }

    @Test
    void aTextAsPictureIsSaidToBeNone() {
        HttpResponse<String> answer = served.post("size", "image/png", "no picture".getBytes());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"loc\":[\"body\",\"image\"]").contains("image_decode");
    }

    @Test
    void aPictureOfManyPixelsIsRefusedByItsHeader() throws IOException {
        HttpResponse<String> answer = served.post("size", "image/png", header(60_000, 60_000));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("image_too_large").contains("60,000");
    }

    @Test
    void aFailedRunIsASentence() {
        HttpResponse<String> answer = served.json("throwing", "{}");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .startsWith("{\"detail\":\"The model failed with \\\"out of cheese\\\"")
                .doesNotContain("Exception");
        assertThat(served.json("forgetful", "{}").statusCode()).isEqualTo(500);
    }

    @Test
    void callsAreCountedAndWatched() {
        long before = served.endpoint.calls();
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (var _ = served.endpoint.watch(() -> seen.add(served.endpoint.calls()))) {
            served.json("half", "{\"number\": 1}");
            served.json("half", "{\"number\": 99}");
            served.get("/models/half");
        }
        served.json("half", "{\"number\": 1}");
        assertThat(seen).contains(before + 1, before + 2).doesNotContain(before + 3);
        assertThat(served.endpoint.calls()).isEqualTo(before + 3);
    }

    private static byte[] form(String name, byte[] file) throws IOException {
        return form(name, "a.png", file);
    }

    private static byte[] form(String name, String fileName, byte[] file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head =
                "--b\r\n"
                        + "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                        + "Content-Type: image/png\r\n\r\n";
        body.write(head.formatted(name, fileName).getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /// A PNG that promises a size and holds no pixel.
    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(chunk);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 0, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeInt(13);
        out.write(chunk.toByteArray());
        out.writeInt((int) crc.getValue());
        return png.toByteArray();
    }
}
