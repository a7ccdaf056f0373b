package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunStreamTest {
    private static final String EVENTS = "text/event-stream";
    private static final String LINES = "application/jsonl";
    private static final int FLOOD = 300_000;

    private static final Semaphore GO = new Semaphore(0);

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
        List<Port> text = List.of(Port.of("text", "text"));
        served.add(
                "steps",
                List.of(),
                text,
                (_, context) -> {
                    for (int i = 1; i <= 3; i++) {
                        context.progress(i / 4.0, "step " + i);
                        context.partial(Values.of("text", "ü日\n".repeat(i)));
                        GO.acquireUninterruptibly();
                    }
                    return Values.of("text", "done");
                });
        served.add(
                "flood",
                List.of(),
                text,
                (_, context) -> {
                    for (int i = 0; i < FLOOD; i++) {
                        context.progress(Double.NaN, "at " + i);
                        context.partial(Values.of("text", "at " + i));
                    }
                    return Values.of("text", "done");
                });
        served.add(
                "wrong-partial",
                List.of(),
                text,
                (_, context) -> {
                    context.partial(Values.of("text", 5L));
                    while (true) {
                        context.stop().check();
                        Thread.onSpinWait();
                    }
                });
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, LINES})
    void whatAModelSaysArrivesWhileItRuns(String type) {
        HttpResponse<Stream<String>> answer =
                served.send(
                        served.predict("steps").POST(BodyPublishers.ofString("{}")),
                        BodyHandlers.ofLines(),
                        "Content-Type",
                        "application/json",
                        "Accept",
                        type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        List<JsonNode> messages = new ArrayList<>();
        try (Stream<String> lines = answer.body()) {
            Iterator<ObjectNode> told = messages(type, lines).iterator();
            while (told.hasNext()) {
                ObjectNode message = told.next();
                messages.add(message);
                // The model waits for this: nothing was held back until its end.
                if (message.path("event").stringValue().equals("partial")) {
                    GO.release();
                }
            }
        }
        assertThat(messages)
                .filteredOn(m -> m.path("event").stringValue().equals("partial"))
                .extracting(m -> m.at("/data/text").stringValue())
                .containsExactly("ü日\n", "ü日\nü日\n", "ü日\nü日\nü日\n");
        assertThat(messages)
                .filteredOn(m -> m.path("event").stringValue().equals("progress"))
                .filteredOn(m -> !m.at("/data/message").stringValue().isEmpty())
                .extracting(m -> m.path("data").toString())
                .containsExactly(
                        "{\"status\":\"running\",\"fraction\":0.25,\"message\":\"step 1\"}",
                        "{\"status\":\"running\",\"fraction\":0.5,\"message\":\"step 2\"}",
                        "{\"status\":\"running\",\"fraction\":0.75,\"message\":\"step 3\"}");
        assertThat(messages.getLast())
                .hasToString("{\"event\":\"result\",\"data\":{\"text\":\"done\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, LINES})
    void aFloodIsToldInItsNewestStatesOnly(String type) {
        List<ObjectNode> messages = called("flood", type);
        assertThat(messages).hasSizeLessThan(FLOOD / 100);
        assertThat(messages.getLast().path("event").stringValue()).isEqualTo("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, LINES})
    void aFailureIsAMessageThatSaysWhatThePlainAnswerSays(String type) {
        JsonNode plain = Json.MAPPER.readTree(served.json("throwing", "{}").body());
        ObjectNode last = called("throwing", type).getLast();
        assertThat(last.path("event").stringValue()).isEqualTo("error");
        assertThat(last.at("/data/status").intValue()).isEqualTo(500);
        assertThat(last.at("/data/detail")).isEqualTo(plain.path("detail"));
    }

    @Test
    void aPartialOfAnotherTypeEndsTheRunWithASentence() {
        ObjectNode last = called("wrong-partial", LINES).getLast();
        assertThat(last.path("event").stringValue()).isEqualTo("error");
        assertThat(last.at("/data/detail").stringValue()).contains("text");
        assertThat(served.json("half", "{\"number\": 4}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, LINES})
    void aClientThatLeavesStopsItsRun(String type) throws Exception {
        Wire wire = new Wire(served.port());
        wire.raw(
                "POST /models/endless/predict HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: %s\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                        .formatted(served.port(), type));
        served.begun.acquire();
        wire.close();
        served.stopped.acquire();
        assertThat(served.json("half", "{\"number\": 4}").statusCode()).isEqualTo(200);
    }

    @Test
    void aRunThatWaitsIsToldItsPlaceAsItChanges() throws Exception {
        try (Served narrow = new Served(Endpoint.Options.STANDARD.withPort(0), new Runner(1));
                Dialled first = new Dialled(narrow, "endless");
                Dialled second = new Dialled(narrow, "endless");
                Dialled third = new Dialled(narrow, "half")) {
            first.predict("{}");
            narrow.begun.acquire();
            second.predict("{}");
            assertThat(second.next())
                    .hasToString(
                            "{\"event\":\"progress\",\"data\":{\"status\":\"queued\",\"fraction\":null,\"message\":\"\",\"position\":1,\"queue_size\":1,\"eta\":null}}");
            third.predict("{\"number\": 4}");
            JsonNode behind = (JsonNode) third.next();
            assertThat(behind.at("/data/position").intValue()).isEqualTo(2);
            assertThat(behind.at("/data/queue_size").intValue()).isEqualTo(2);
            second.say("{\"event\": \"cancel\"}");
            JsonNode next = (JsonNode) third.next();
            assertThat(next.at("/data/position").intValue()).isEqualTo(1);
            first.say("{\"event\": \"cancel\"}");
            assertThat(third.message().at("/data/half").intValue()).isEqualTo(2);
        }
    }

    @Test
    void aRunThatWaitsIsToldHowLongOnceThatIsKnown() throws Exception {
        Semaphore further = new Semaphore(0);
        try (Served narrow = new Served(Endpoint.Options.STANDARD.withPort(0), new Runner(1))) {
            addSlow(narrow, further);
            try (Dialled first = new Dialled(narrow, "slow");
                    Dialled second = new Dialled(narrow, "half")) {
                first.predict("{}");
                narrow.begun.acquire();
                second.predict("{\"number\": 4}");
                JsonNode unknown = (JsonNode) second.next();
                assertThat(unknown.at("/data/position").intValue()).isEqualTo(1);
                assertThat(unknown.at("/data/eta").isNull()).isTrue();
                further.release();
                JsonNode known = (JsonNode) second.next();
                assertThat(known.at("/data/position").intValue()).isEqualTo(1);
                assertThat(known.at("/data/eta").isNumber()).isTrue();
                further.release();
                assertThat(second.message().at("/data/half").intValue()).isEqualTo(2);
            } finally {
                further.release(2);
            }
        }
    }

    /// A model that goes on by one step for each permit.
    private static void addSlow(Served served, Semaphore further) {
        served.add(
                "slow",
                List.of(),
                List.of(Port.of("done", "text")),
                (_, context) -> {
                    served.begun.release();
                    further.acquireUninterruptibly();
                    context.progress(0.5, "half way");
                    further.acquireUninterruptibly();
                    return Values.of("done", "yes");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, LINES})
    void inputsThatDoNotFitAreRefusedBeforeAnyMessage(String type) {
        long runs = served.runs();
        HttpResponse<String> answer = served.json("half", "{\"number\": 40}", "Accept", type);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(served.runs()).isEqualTo(runs);
    }

    private static List<ObjectNode> called(String model, String type) {
        HttpResponse<String> answer = served.json(model, "{}", "Accept", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        return messages(type, answer.body().lines()).toList();
    }

    /// The messages of either framing in the form of JSON Lines.
    private static Stream<ObjectNode> messages(String type, Stream<String> lines) {
        if (type.equals(LINES)) {
            return lines.map(line -> (ObjectNode) Json.MAPPER.readTree(line));
        }
        String[] event = {""};
        return lines.filter(line -> !line.isEmpty())
                .mapMulti((line, next) -> {
                    if (line.startsWith("event: ")) {
                        event[0] = line.substring(7);
                    } else {
                        assertThat(line).startsWith("data: ");
                        ObjectNode message = Json.object().put("event", event[0]);
                        message.set("data", Json.MAPPER.readTree(line.substring(6)));
                        next.accept(message);
                    }
                });
    }
}
