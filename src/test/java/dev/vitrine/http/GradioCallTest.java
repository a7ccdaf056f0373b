package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Gradio's two simple protocols: their very bytes, and what they refuse.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GradioCallTest {
    private static GradioApp app;

    @BeforeAll
    static void open() {
        app = new GradioApp();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @Test
    void aCallTakesTwoRequestsWhoseBytesAreGradios() {
        HttpResponse<String> begun = app.post("/gradio_api/call/half", "{\"data\": [4, \"note\"]}");
        assertThat(begun.body()).matches("\\{\"event_id\":\"[A-Za-z0-9_-]{22}\"}");
        HttpResponse<String> told = app.served.get("/gradio_api/call/half/" + id(begun));
        assertThat(told.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(told.body()).isEqualTo("event: complete\ndata: [2,\"note\"]\n\n");
    }

    @Test
    void outputsThatAreNotFinalAreToldWhole() {
        app.go.drainPermits();
        String id = id(app.post("/gradio_api/call/growing", "{\"data\": [\"x\"]}"));
        HttpResponse<Stream<String>> told =
                app.served.send(
                        HttpRequest.newBuilder(app.served.uri("/gradio_api/call/growing/" + id)),
                        HttpResponse.BodyHandlers.ofLines());
        List<String> lines = new ArrayList<>();
        told.body()
                .forEach(line -> {
                    lines.add(line);
                    if (line.startsWith("event: generating")) {
                        app.go.release();
                    }
                });
        assertThat(lines)
                .containsExactly(
                        "event: generating",
                        "data: [\"x\",1]",
                        "",
                        "event: generating",
                        "data: [\"xx\",null]",
                        "",
                        "event: generating",
                        "data: [\"xxx\",3]",
                        "",
                        "event: complete",
                        "data: [\"xxxx\",4]",
                        "");
    }

    @Test
    void aCallByNameTakesTheDefaultOfWhatItLeavesOut() {
        HttpResponse<String> begun = app.post("/gradio_api/call/v2/half", "{\"number\": 3}");
        assertThat(app.served.get("/gradio_api/call/v2/half/" + id(begun)).body())
                .isEqualTo("event: complete\ndata: [1.5,\"\"]\n\n");
    }

    @Test
    void whatAClientKeepsForItselfHasAnotherName() {
        assertThat(
                        app.get("/gradio_api/info")
                                .at("/named_endpoints/~1kept-names/parameters/0/parameter_name")
                                .stringValue())
                .isEqualTo("fn_index_");
        HttpResponse<String> begun =
                app.post("/gradio_api/call/v2/kept-names", "{\"fn_index_\": 3}");
        assertThat(app.served.get("/gradio_api/call/kept-names/" + id(begun)).body())
                .isEqualTo("event: complete\ndata: [3]\n\n");
    }

    @Test
    void aFailureIsToldInTheModelsWords() {
        assertThat(call("throwing", "{\"data\": []}"))
                .startsWith("event: error\ndata: {\"error\":\"")
                .contains("out of cheese")
                .endsWith("\"duration\":10,\"visible\":true,\"title\":\"Error\"}\n\n");
    }

    @Test
    void anEventIsToldOnce() {
        String id = id(app.post("/gradio_api/call/half", "{\"data\": [4]}"));
        String path = "/gradio_api/call/half/" + id;
        assertThat(app.served.get(path).statusCode()).isEqualTo(200);
        assertThat(app.served.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "api"})
    void oneRequestAnswersAtOnce(String route) {
        JsonNode answer = app.ok("/gradio_api/%s/half".formatted(route), "{\"data\": [4, null]}");
        assertThat(answer.path("data").toString()).isEqualTo("[2,\"\"]");
        assertThat(answer.has("average_duration")).isTrue();
        assertThat(answer.has("error")).isFalse();
    }

    @Test
    void theFirstModelIsCalledPredictToo() {
        String first = app.get("/config").at("/dependencies/1/api_name").stringValue();
        assertThat(app.get("/config").at("/dependencies/0/api_name").stringValue())
                .isEqualTo("predict");
        assertThat(app.get("/gradio_api/info").at("/named_endpoints/~1predict").toString())
                .isEqualTo(
                        app.get("/gradio_api/info").at("/named_endpoints/~1" + first).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run/half  | {\"data\": [11]}            | 422 | number",
                "run/half  | {\"data\": [4, \"too long\"]} | 422 | note",
                "run/half  | {\"data\": []}              | 422 | number",
                "run/half  | {\"data\": [null]}          | 422 | number",
                "run/half  | {\"data\": [4, \"\", 5]}    | 422 | data",
                "run/half  | {\"data\": {\"number\": 4}} | 422 | data",
                "run/half  | {}                          | 422 | data",
                "run/half  | []                          | 422 | ''",
                "run/half  | {                           | 422 | ''",
                "call/half | {\"data\": [\"four\"]}      | 422 | number",
                "call/half | {\"data\": [4], \"session_hash\": 5} | 422 | session_hash",
                "call/v2/half | {\"numer\": 4}           | 422 | number",
            })
    void whatDoesNotFitIsRefusedBeforeItRuns(
            String path, String body, int status, String parameter) {
        long runs = app.served.runs();
        HttpResponse<String> answer = app.post("/gradio_api/" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode json = Json.MAPPER.readTree(answer.body());
        JsonNode first = json.at("/detail/0");
        assertThat(first.path("__type__").stringValue()).isEqualTo("validate");
        assertThat(first.path("is_valid").booleanValue()).isFalse();
        assertThat(first.path("message")).isEqualTo(first.path("msg"));
        if (!parameter.isEmpty()) {
            assertThat(first.path("parameter_name").stringValue()).isEqualTo(parameter);
        }
        assertThat(json.path("error").stringValue()).isNotBlank();
        assertThat(app.served.runs()).isEqualTo(runs);
    }

    @Test
    void itRefusesInTheWordsOfTheOtherFaces() {
        String rest =
                Json.MAPPER
                        .readTree(app.served.json("half", "{\"number\": 11}").body())
                        .at("/detail/0/msg")
                        .stringValue();
        assertThat(
                        Json.MAPPER
                                .readTree(
                                        app.post("/gradio_api/run/half", "{\"data\": [11]}").body())
                                .at("/detail/0/message")
                                .stringValue())
                .isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"run/nothing,404", "call/nothing,404", "call/v2/nothing,404", "run/throwing,500"})
    void whatIsNotThereOrFailsIsASentence(String path, int status) {
        HttpResponse<String> answer = app.post("/gradio_api/" + path, "{\"data\": []}");
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode json = Json.MAPPER.readTree(answer.body());
        assertThat(json.path("error")).isEqualTo(json.path("detail"));
        assertThat(json.path("error").stringValue()).isNotBlank();
    }

    @Test
    void onlyJsonIsTaken() {
        assertThat(
                        app.post(
                                        "/gradio_api/run/half",
                                        "{\"data\": [4]}",
                                        "Content-Type",
                                        "text/plain")
                                .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aClientThatLeavesStopsItsRun() throws Exception {
        app.served.begun.drainPermits();
        app.served.stopped.drainPermits();
        String body = "{\"data\": []}";
        try (Wire wire = new Wire(app.served.port())) {
            wire.send(
                    "POST /gradio_api/run/endless HTTP/1.1",
                    "Host: 127.0.0.1:" + app.served.port(),
                    "Content-Type: application/json",
                    "Content-Length: " + body.length());
            wire.raw(body);
            app.served.begun.acquire();
        }
        app.served.stopped.acquire();
    }

    @Test
    void whoStopsListeningStopsItsRun() throws Exception {
        app.served.begun.drainPermits();
        app.served.stopped.drainPermits();
        String id = id(app.post("/gradio_api/call/endless", "{\"data\": []}"));
        app.served.begun.acquire();
        try (Wire wire = new Wire(app.served.port())) {
            wire.send(
                    "GET /gradio_api/call/endless/" + id + " HTTP/1.1",
                    "Host: 127.0.0.1:" + app.served.port());
        }
        app.served.stopped.acquire();
    }

    private static String call(String name, String body) {
        String id = id(app.post("/gradio_api/call/" + name, body));
        return app.served.get("/gradio_api/call/" + name + "/" + id).body();
    }

    private static String id(HttpResponse<String> begun) {
        return Json.MAPPER.readTree(begun.body()).path("event_id").stringValue();
    }
}
