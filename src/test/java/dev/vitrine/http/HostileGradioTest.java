package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Requests on Gradio's routes that are wrong: each is refused in JSON with the client's fault, or
/// is right after all; none breaks anything, and what is refused runs nothing.
class HostileGradioTest {
    /// Right requests, to be made wrong.
    private record Shape(String path, String body) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("run/half", "{\"data\": [4, \"note\"], \"session_hash\": \"s\"}"),
                    new Shape("api/half", "{\"data\": [4]}"),
                    new Shape("run/echo", "{\"data\": [{\"path\": \"a/b.png\", \"meta\": {}}]}"),
                    new Shape("run/labels", "{\"data\": [{\"confidences\": []}]}"),
                    new Shape("run/passing", "{\"data\": [[[1]], {\"data\": [[1]]}]}"),
                    new Shape("call/half", "{\"data\": [4], \"session_hash\": \"s\"}"),
                    new Shape("call/v2/half", "{\"number\": 4, \"note\": \"x\"}"),
                    new Shape(
                            "call/v2/echo", "{\"image\": {\"url\": \"data:image/png;base64,AA\"}}"),
                    new Shape(
                            "queue/join",
                            "{\"data\": [4], \"fn_index\": 2, \"session_hash\": \"s\","
                                    + " \"event_data\": null, \"trigger_id\": null}"),
                    new Shape(
                            "cancel",
                            "{\"session_hash\": \"s\", \"fn_index\": 0, \"event_id\": \"e\"}"),
                    new Shape("reset", "{\"event_id\": \"e\"}"));

    private static GradioApp app;
    private static int refused;

    @BeforeContainer
    static void open() {
        app = new GradioApp();
    }

    @AfterContainer
    static void close() {
        try (GradioApp ending = app) {
            assertThat(
                            ending.ok("/gradio_api/run/half", "{\"data\": [4]}")
                                    .at("/data/0")
                                    .intValue())
                    .isEqualTo(2);
            assertThat(refused).isGreaterThan(1_000);
        }
    }

    @Property(
            tries = 3_000,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void whatIsWrongIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
        byte[] body = new Mangler(random).body((ObjectNode) Json.MAPPER.readTree(shape.body()));
        long runs = app.served.runs();
        HttpResponse<String> answer = app.post("/gradio_api/" + shape.path(), body);
        String sent =
                "%s: %s"
                        .formatted(
                                shape.path(),
                                new String(
                                        body,
                                        0,
                                        Math.min(body.length, 300),
                                        StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(sent).isLessThan(500);
        JsonNode json = Json.MAPPER.readTree(answer.body());
        if (answer.statusCode() >= 400) {
            refused++;
            assertThat(app.served.runs()).as(sent).isEqualTo(runs);
            assertThat(json.has("detail") && json.path("error").isString()).as(sent).isTrue();
        } else {
            assertThat(json.has("error")).as(sent).isFalse();
        }
    }

    @Property(
            tries = 1_000,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void noPathLeadsAnywhereElse(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        String[] pieces = {
            "..",
            "/",
            "%2e",
            "%2F",
            "\\",
            "etc",
            "passwd",
            "%00",
            "C:",
            "a.png",
            "~",
            "//",
            ";",
            "?",
            "=",
            "file:",
            "AAAAAAAAAAAAAAAAAAAAAA"
        };
        StringBuilder path = new StringBuilder("/gradio_api/file=");
        for (int i = random.nextInt(7); i >= 0; i--) {
            path.append(pieces[random.nextInt(pieces.length)]);
        }
        String answer = get(path.toString());
        if (answer.isEmpty()) {
            // a connection that is reset may take the answer along
            answer = get(path.toString());
        }
        assertThat(answer).as(path.toString()).startsWith("HTTP/1.1 4");
        assertThat(answer).contains("{\"detail\":\"").doesNotContain("root:");
    }

    private String get(String path) throws IOException {
        try (Wire wire = new Wire(app.served.port())) {
            return wire.send(
                            "GET " + path + " HTTP/1.1",
                            "Host: 127.0.0.1:" + app.served.port(),
                            "Connection: close")
                    .all();
        }
    }

    @Property(
            tries = 500,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void noFormBreaksAnything(@ForAll long seed) {
        Random random = new Random(seed);
        String right =
                "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\nabc\r\n--b--\r\n";
        byte[] body = right.getBytes(StandardCharsets.US_ASCII);
        for (int i = random.nextInt(4); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        HttpResponse<String> answer =
                app.post(
                        "/gradio_api/upload",
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=b");
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(Json.MAPPER.readTree(answer.body())).isNotNull();
    }
}
