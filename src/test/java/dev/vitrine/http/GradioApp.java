package dev.vitrine.http;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A real endpoint as Gradio's clients see it, with functions that speak while they run.
final class GradioApp implements AutoCloseable {
    static final String PREFIX = "/gradio_api";

    final Served served;

    /// The model `growing` goes one step for each permit.
    final Semaphore go = new Semaphore(0);

    GradioApp() {
        this(new Served());
    }

    GradioApp(Served served) {
        this.served = served;
        Port text = Port.of("text", "text");
        Port label = Port.of("label", "label");
        served.add(
                "growing",
                List.of(Port.of("word", "text").withDefault("ab")),
                List.of(text, Port.of("count", "number")),
                (in, context) -> {
                    String word = in.get("word", String.class);
                    for (int i = 1; i <= 3; i++) {
                        context.progress(i / 4.0, "step " + i);
                        Values shown = Values.of("text", word.repeat(i));
                        // the second time the count is not shown again
                        context.partial(i == 2 ? shown : shown.with("count", (double) i));
                        go.acquireUninterruptibly();
                    }
                    return Values.of("text", word.repeat(4)).with("count", 4.0);
                });
        served.add(
                "kept-names",
                List.of(Port.of("fn_index", "number").withLimits(Limits.between(0, 3))),
                List.of(Port.of("fn_index", "number")),
                (in, _) -> in);
        served.add("labels", List.of(label), List.of(label), (in, _) -> in);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return served.send(
                HttpRequest.newBuilder(served.uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)),
                headers);
    }

    /// What a POST answers with 200.
    JsonNode ok(String path, String body) {
        return ok(post(path, body));
    }

    JsonNode get(String path) {
        return ok(served.get(path));
    }

    /// Joins the queue, and gives the id of the event.
    String join(String session, String function, String data) {
        return ok(
                        PREFIX + "/queue/join",
                        "{\"data\": %s, \"fn_index\": %d, \"session_hash\": \"%s\"}"
                                .formatted(data, index(function), session))
                .path("event_id")
                .stringValue();
    }

    int index(String function) {
        return get("/config")
                .path("dependencies")
                .valueStream()
                .filter(d -> d.path("api_name").stringValue().equals(function))
                .findFirst()
                .orElseThrow()
                .path("id")
                .intValue();
    }

    /// All messages of a session's stream until it ends, each read as Gradio's Python client reads
    /// it.
    List<JsonNode> messages(String session, Consumer<JsonNode> heard) {
        HttpResponse<Stream<String>> answer =
                served.send(
                        HttpRequest.newBuilder(
                                served.uri(PREFIX + "/queue/data?session_hash=" + session)),
                        BodyHandlers.ofLines());
        List<JsonNode> all = new ArrayList<>();
        try (Stream<String> lines = answer.body()) {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    return;
                }
                if (!line.startsWith("data:")) {
                    throw new AssertionError("Unexpected SSE line: " + line);
                }
                JsonNode message = Json.MAPPER.readTree(line.substring(5));
                all.add(message);
                heard.accept(message);
            });
        }
        return all;
    }

    List<JsonNode> messages(String session) {
        return messages(session, _ -> {});
    }

    static String msg(JsonNode message) {
        return message.path("msg").stringValue();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        go.release(1_000);
        served.close();
    }
}
