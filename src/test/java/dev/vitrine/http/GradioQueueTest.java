package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.run.Runner;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The queue of Gradio's clients: every form of an event, in the order in which the clients want
/// them.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GradioQueueTest {
    private static final String CLOSE = "{\"msg\":\"close_stream\",\"event_id\":null}";

    private static GradioApp app;

    @BeforeAll
    static void open() {
        app = new GradioApp();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @BeforeEach
    void rest() {
        app.go.drainPermits();
        app.served.begun.drainPermits();
        app.served.stopped.drainPermits();
    }

    @Test
    void aRunIsToldFromItsStartToItsEnd() {
        String id = app.join("whole", "half", "[4]");
        List<JsonNode> all = app.messages("whole");
        assertThat(all)
                .filteredOn(m -> !GradioApp.msg(m).equals("estimation"))
                .extracting(GradioApp::msg)
                .containsExactly("process_starts", "process_completed", "close_stream");
        JsonNode end = all.get(all.size() - 2);
        assertThat(end.path("event_id").stringValue()).isEqualTo(id);
        assertThat(end.path("success").booleanValue()).isTrue();
        assertThat(end.at("/output/data").toString()).isEqualTo("[2,\"\"]");
        // to clients an output of that name is a failure
        assertThat(end.path("output").has("error")).isFalse();
        assertThat(all.getLast().toString()).isEqualTo(CLOSE);
    }

    @Test
    void whatARunShowsIsToldWholeFirstAndThenAsItChanges() {
        app.join("growing", "growing", "[\"ab\"]");
        List<String> shown = new ArrayList<>();
        List<JsonNode> all =
                app.messages(
                        "growing",
                        m -> {
                            if (GradioApp.msg(m).equals("process_generating")) {
                                shown.add(m.at("/output/data").toString());
                                app.go.release();
                            }
                        });
        assertThat(shown)
                .containsExactly(
                        "[\"ab\",1]",
                        "[[[\"append\",[],\"ab\"]],[]]",
                        "[[[\"append\",[],\"ab\"]],[[\"replace\",[],3]]]");
        assertThat(all.get(all.size() - 2).at("/output/data").toString())
                .isEqualTo("[\"abababab\",4]");
        assertThat(all)
                .filteredOn(m -> GradioApp.msg(m).equals("progress"))
                .extracting(m -> m.path("progress_data").toString())
                .startsWith(
                        "[{\"index\":null,\"length\":null,\"unit\":null,\"progress\":0.25,\"desc\":\"step"
                            + " 1\"}]");
    }

    /// Gradio's Python client splits at empty lines and fails where a piece begins otherwise.
    @Test
    void nothingButDataStandsInTheStream() {
        app.go.release(3);
        app.join("bytes", "growing", "[\"a\\r\\n\\u2028 \"]");
        String body = app.served.get("/gradio_api/queue/data?session_hash=bytes").body();
        assertThat(body).matches("(data: \\{[^\n\r]*}\n\n)+").endsWith(CLOSE + "\n\n");
    }

    @Test
    void everyMessageNamesItsEvent() {
        app.go.release(3);
        app.join("names", "growing", "[]");
        assertThat(app.messages("names"))
                .filteredOn(m -> !List.of("heartbeat", "close_stream").contains(GradioApp.msg(m)))
                .allMatch(m -> m.path("event_id").isString());
    }

    @Test
    void aFailureIsToldInKeysThatPythonKnows() {
        app.join("failing", "throwing", "[]");
        List<JsonNode> all = app.messages("failing");
        JsonNode end = all.get(all.size() - 2);
        assertThat(end.path("success").booleanValue()).isFalse();
        assertThat(end.path("output").propertyNames())
                .containsExactlyInAnyOrder("error", "duration", "visible", "title");
        assertThat(end.at("/output/error").stringValue()).contains("out of cheese");
    }

    @Test
    void eventsThatEndedBeforeAnybodyListensAreKept() {
        int before = app.served.runner.history().runs().size();
        app.join("late", "half", "[4]");
        app.join("late", "half", "[6]");
        while (app.served.runner.history().runs().size() < before + 2) {
            Thread.onSpinWait();
        }
        assertThat(ends(app.messages("late"))).containsExactlyInAnyOrder("[2,\"\"]", "[3,\"\"]");
    }

    @Test
    void oneStreamTellsAllEventsOfItsSessionAndNoOthers() {
        app.join("two", "half", "[4]");
        app.join("other", "half", "[8]");
        app.go.release(3);
        app.join("two", "growing", "[\"x\"]");
        assertThat(ends(app.messages("two"))).containsExactlyInAnyOrder("[2,\"\"]", "[\"xxxx\",4]");
        assertThat(ends(app.messages("other"))).containsExactly("[4,\"\"]");
    }

    @Test
    void whatIsAskedForWhileTheStreamIsOpenComesOnIt() {
        app.join("open", "growing", "[\"x\"]");
        AtomicBoolean joined = new AtomicBoolean();
        List<String> ends =
                ends(
                        app.messages(
                                "open",
                                m -> {
                                    if (GradioApp.msg(m).equals("process_generating")) {
                                        if (joined.compareAndSet(false, true)) {
                                            app.join("open", "half", "[4]");
                                        }
                                        app.go.release();
                                    }
                                }));
        assertThat(ends).contains("[2,\"\"]", "[\"xxxx\",4]");
    }

    @Test
    void aCancelledRunEndsWithNothingAndWell() {
        String id = app.join("cancelled", "endless", "[]");
        List<JsonNode> all =
                app.messages(
                        "cancelled",
                        m -> {
                            if (GradioApp.msg(m).equals("process_starts")) {
                                assertThat(cancel("somebody", id)).isEqualTo("{\"success\":false}");
                                assertThat(cancel("cancelled", "nothing"))
                                        .isEqualTo("{\"success\":false}");
                                assertThat(cancel("cancelled", id)).isEqualTo("{\"success\":true}");
                            }
                        });
        JsonNode end = all.get(all.size() - 2);
        assertThat(end.path("success").booleanValue()).isTrue();
        assertThat(end.at("/output/data").toString()).isEqualTo("[null]");
        assertThat(app.served.stopped.tryAcquire()).isTrue();
    }

    @Test
    void aClientThatLeavesStopsItsRuns() throws Exception {
        app.join("leaving", "endless", "[]");
        app.served.begun.acquire();
        try (Wire wire = new Wire(app.served.port())) {
            wire.send(
                    "GET /gradio_api/queue/data?session_hash=leaving HTTP/1.1",
                    "Host: 127.0.0.1:" + app.served.port());
        }
        app.served.stopped.acquire();
    }

    @Test
    void aSessionThatHasAskedForNothingIsToldSo() {
        List<JsonNode> all = app.messages("nobody");
        assertThat(GradioApp.msg(all.getFirst())).isEqualTo("unexpected_error");
        assertThat(all.getFirst().path("session_not_found").booleanValue()).isTrue();
        assertThat(all.getLast().toString()).isEqualTo(CLOSE);
    }

    @Test
    void aFullQueueIsRefusedAndSaysWhenToComeAgain() {
        List<String> ids = new ArrayList<>();
        HttpResponse<String> answer;
        do {
            answer =
                    app.post(
                            "/gradio_api/queue/join",
                            "{\"data\": [], \"fn_index\": %d, \"session_hash\": \"full\"}"
                                    .formatted(app.index("endless")));
            if (answer.statusCode() == 200) {
                ids.add(Json.MAPPER.readTree(answer.body()).path("event_id").stringValue());
            }
        } while (answer.statusCode() == 200 && ids.size() <= 2 * Runner.QUEUE);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        JsonNode status = app.get("/gradio_api/queue/status");
        assertThat(status.path("queue_size").intValue()).isGreaterThanOrEqualTo(Runner.QUEUE);
        ids.reversed().forEach(id -> cancel("full", id));
        List<JsonNode> told = app.messages("full");
        assertThat(ends(told)).hasSameSizeAs(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": [11], \"fn_index\": 0, \"session_hash\": \"\"}",
                "{\"data\": [11], \"fn_index\": 0}",
                "{\"data\": [11], \"session_hash\": \"s\"}",
                "{\"data\": [11], \"fn_index\": \"0\", \"session_hash\": \"s\"}",
                "{\"data\": [11], \"fn_index\": 1e99, \"session_hash\": \"s\"}",
                "{\"data\": 11, \"fn_index\": 0, \"session_hash\": \"s\"}",
            })
    void whatIsNoRequestIsRefused(String body) {
        long runs = app.served.runs();
        assertThat(app.post("/gradio_api/queue/join", body).statusCode()).isEqualTo(422);
        assertThat(app.served.runs()).isEqualTo(runs);
    }

    @Test
    void validationIsToldBeforeTheQueue() {
        HttpResponse<String> answer =
                app.post(
                        "/gradio_api/queue/join",
                        "{\"data\": [11], \"fn_index\": %d, \"session_hash\": \"s\"}"
                                .formatted(app.index("half")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"__type__\":\"validate\"", "\"parameter_name\":\"number\"");
        assertThat(
                        app.post(
                                        "/gradio_api/queue/join",
                                        "{\"data\": [], \"fn_index\": 4711, \"session_hash\":"
                                                + " \"s\"}")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aHeartbeatBeatsAtOnceAndStaysOpen() throws Exception {
        try (Wire wire = new Wire(app.served.port())) {
            wire.send(
                    "GET /gradio_api/heartbeat/s HTTP/1.1", "Host: 127.0.0.1:" + app.served.port());
            InputStream in = wire.socket.getInputStream();
            StringBuilder heard = new StringBuilder();
            while (!heard.toString().contains("data: ALIVE\n\n")) {
                heard.append((char) in.read());
            }
            assertThat(heard).contains("200", "text/event-stream");
            wire.socket.setSoTimeout(500);
            assertThatThrownBy(() -> readOn(in)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whatClientsStillAskForIsAnswered() {
        assertThat(app.ok("/gradio_api/reset", "{\"event_id\": \"x\"}").toString())
                .isEqualTo("{\"success\":true}");
        assertThat(app.get("/gradio_api/app_id").path("app_id"))
                .isEqualTo(app.get("/config").path("app_id"));
    }

    /// Reads the end of a chunk, and what comes after it.
    private static void readOn(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // until nothing comes
        }
    }

    private static String cancel(String session, String id) {
        return app.ok(
                        "/gradio_api/cancel",
                        "{\"session_hash\": \"%s\", \"fn_index\": 0, \"event_id\": \"%s\"}"
                                .formatted(session, id))
                .toString();
    }

    private static List<String> ends(List<JsonNode> messages) {
        return messages.stream()
                .filter(m -> GradioApp.msg(m).equals("process_completed"))
                .map(m -> m.at("/output/data").toString())
                .toList();
    }
}
