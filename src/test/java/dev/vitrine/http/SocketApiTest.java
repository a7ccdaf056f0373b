package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SocketApiTest {
    private static final byte[] PNG =
            PictureCodec.png(Picture.of(3, 2, 1, new byte[] {0, 50, 100, (byte) 150, 7, 9}));

    private static final String CANCEL = "{\"event\": \"cancel\"}";

    private static final Semaphore GO = new Semaphore(0);

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
        served.add(
                "steps",
                List.of(),
                List.of(Port.of("text", "text")),
                (_, context) -> {
                    for (int i = 1; i <= 3; i++) {
                        context.progress(i / 4.0, "step " + i);
                        context.partial(Values.of("text", "ü日".repeat(i)));
                        GO.acquireUninterruptibly();
                    }
                    return Values.of("text", "done");
                });
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void whatAModelSaysArrivesWhileItRuns() throws Exception {
        try (Dialled client = new Dialled(served, "steps")) {
            client.predict("{}");
            List<JsonNode> messages = new ArrayList<>();
            do {
                messages.add((JsonNode) client.next());
                if (messages.getLast().path("event").stringValue().equals("partial")) {
                    GO.release();
                }
            } while (!messages.getLast().path("event").stringValue().equals("result"));
            assertThat(messages)
                    .extracting(JsonNode::toString)
                    .contains(
                            "{\"event\":\"progress\",\"data\":{\"status\":\"running\",\"fraction\":0.25,\"message\":\"step"
                                + " 1\"}}")
                    .containsSubsequence(
                            "{\"event\":\"partial\",\"data\":{\"text\":\"ü日\"}}",
                            "{\"event\":\"partial\",\"data\":{\"text\":\"ü日ü日\"}}",
                            "{\"event\":\"partial\",\"data\":{\"text\":\"ü日ü日ü日\"}}",
                            "{\"event\":\"result\",\"data\":{\"text\":\"done\"}}");
        }
    }

    @Test
    void oneSocketCarriesManyRunsAndTheyAreCounted() throws Exception {
        long calls = served.endpoint.calls();
        try (Dialled client = new Dialled(served, "half")) {
            for (int i = 1; i <= 10; i++) {
                JsonNode answer = client.predict("{\"number\": " + i + "}").message();
                assertThat(answer.at("/data/half").doubleValue()).isEqualTo(i / 2.0);
            }
        }
        assertThat(served.endpoint.calls()).isEqualTo(calls + 10);
    }

    @Test
    void aBinaryMessageIsTheOneFile() throws Exception {
        // what follows a picture in its file is none of it
        byte[] large = Arrays.copyOf(PNG, (int) Served.MAX_BODY - 1);
        try (Dialled client = new Dialled(served, "size")) {
            assertThat(client.say(large).message().at("/data/size/label").stringValue())
                    .isEqualTo("pixels");
            assertThat(client.say(PNG).message().at("/data/size/label").stringValue())
                    .isEqualTo("pixels");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\": \"predict\", \"data\": {\"number\": 40}}",
                "{\"event\": \"predict\", \"data\": {}}",
                "{\"event\": \"predict\"}",
                "{\"event\": \"predict\", \"data\": [4]}",
                "{\"event\": \"predikt\", \"data\": {\"number\": 4}}",
                "{\"number\": 4}",
                "[",
                "",
                "4"
            })
    void whatDoesNotFitIsSaidAndEndsTheSocketWithoutARun(String message) throws Exception {
        long runs = served.runs();
        try (Dialled client = new Dialled(served, "half")) {
            JsonNode error = client.say(message).message();
            assertThat(error.path("event").stringValue()).isEqualTo("error");
            assertThat(error.at("/data/status").intValue()).isEqualTo(422);
            JsonNode first = error.at("/data/detail/0");
            assertThat(first.path("loc").path(0).stringValue()).isEqualTo("body");
            Dialled.End end = client.end();
            assertThat(end.code()).isEqualTo(1008);
            assertThat(first.path("msg").stringValue()).startsWith(end.reason());
            assertThat(end.reason()).isNotEmpty();
        }
        assertThat(served.runs()).isEqualTo(runs);
    }

    @Test
    void theErrorIsTheOneOfThePlainAnswer() throws Exception {
        String inputs = "{\"number\": 40, \"note\": \"too long\", \"x\": 1}";
        JsonNode plain = Json.MAPPER.readTree(served.json("half", inputs).body());
        try (Dialled client = new Dialled(served, "half")) {
            assertThat(client.predict(inputs).message().at("/data/detail"))
                    .isEqualTo(plain.path("detail"));
        }
    }

    @Test
    void aFileForAModelThatTakesNoneIsRefused() throws Exception {
        try (Dialled client = new Dialled(served, "half")) {
            assertThat(client.say(PNG).end().code()).isEqualTo(1008);
        }
    }

    @Test
    void cancelStopsTheRunAndTheSocketGoesOn() throws Exception {
        try (Dialled client = new Dialled(served, "endless")) {
            for (int i = 0; i < 2; i++) {
                client.predict("{}");
                served.begun.acquire();
                JsonNode end = client.say(CANCEL).message();
                served.stopped.acquire();
                assertThat(end.path("event").stringValue()).isEqualTo("error");
                assertThat(end.at("/data/detail").stringValue()).contains("stopped");
            }
            client.say(CANCEL).say(CANCEL);
            client.predict("{}");
            served.begun.acquire();
            client.say(CANCEL);
            served.stopped.acquire();
        }
    }

    @Test
    void aSecondRunHasToWaitForTheFirst() throws Exception {
        long before = served.runs();
        try (Dialled client = new Dialled(served, "endless")) {
            client.predict("{}");
            served.begun.acquire();
            assertThat(client.predict("{}").message().at("/data/status").intValue()).isEqualTo(409);
            // a run may begin before it is counted, but not before the next message is read
            assertThat(served.runs()).isEqualTo(before + 1);
            client.say(CANCEL);
            served.stopped.acquire();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatLeavesStopsItsRun(boolean politely) throws Exception {
        try (Dialled client = new Dialled(served, "endless")) {
            client.predict("{}");
            served.begun.acquire();
            if (politely) {
                client.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            } else {
                client.socket.abort();
            }
            served.stopped.acquire();
        }
        assertThat(served.json("half", "{\"number\": 4}").statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureIsToldAndTheSocketGoesOn() throws Exception {
        try (Dialled client = new Dialled(served, "throwing")) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.predict("{}").message().at("/data/status").intValue())
                        .isEqualTo(500);
            }
        }
    }

    @Test
    void aMessageThatIsTooLargeEndsTheSocket() throws Exception {
        long runs = served.runs();
        try (Dialled client = new Dialled(served, "half")) {
            client.predict("{\"note\": \"" + "x".repeat((int) Served.MAX_BODY) + "\"}");
            assertThat(client.end().code()).isEqualTo(1009);
        }
        assertThat(served.runs()).isEqualTo(runs);
    }

    @Test
    void aModelThatThereIsNotIsSaidBeforeTheUpgrade() {
        assertThatThrownBy(() -> new Dialled(served, "hafl"))
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                .satisfies(e -> {
                    assertThat(e.getResponse().statusCode()).isEqualTo(404);
                    assertThat(String.valueOf(e.getResponse().body())).doesNotContain("<");
                });
    }

    @Test
    void aPlainRequestIsToldToUpgrade() {
        HttpResponse<String> answer = served.get("/models/half/ws");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Upgrade")).contains("websocket");
        assertThat(answer.body()).startsWith("{\"detail\":\"");
    }

    @Test
    void ourOwnPagesMayOpenASocketAndOthersMayNot() throws Exception {
        try (Dialled own =
                new Dialled(served, "half", "Origin", "http://localhost:" + served.port())) {
            assertThat(own.predict("{\"number\": 4}").message().at("/data/half").intValue())
                    .isEqualTo(2);
        }
        for (String origin : List.of("http://evil.example", "null")) {
            assertThatThrownBy(() -> new Dialled(served, "half", "Origin", origin))
                    .cause()
                    .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                    .extracting(e -> e.getResponse().statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void pingsKeepAQuietSocketOpen() throws Exception {
        Endpoint.Options quick = Endpoint.Options.STANDARD.withPort(0).withIdleMillis(1_500);
        try (Served hasty = new Served(quick, new Runner(1));
                Dialled client = new Dialled(hasty, "half")) {
            Thread.sleep(4_000);
            assertThat(client.predict("{\"number\": 4}").message().at("/data/half").intValue())
                    .isEqualTo(2);
        }
    }

    @Test
    void aClientThatAnswersNoPingIsTakenForGone() throws Exception {
        Endpoint.Options quick = Endpoint.Options.STANDARD.withPort(0).withIdleMillis(400);
        try (Served hasty = new Served(quick, new Runner(1));
                Wire wire = new Wire(hasty.port())) {
            wire.send(
                    "GET /models/endless/ws HTTP/1.1",
                    "Host: 127.0.0.1:" + hasty.port(),
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
            wire.raw(text("{\"event\": \"predict\", \"data\": {}}"));
            hasty.begun.acquire();
            hasty.stopped.acquire();
        }
    }

    /// A masked text frame of less than 126 bytes, with a mask that changes nothing.
    private static byte[] text(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    @Test
    void onlySoManySocketsAreOpenAtOnce() throws Exception {
        List<Dialled> clients = new ArrayList<>();
        try (Served crowded = new Served()) {
            for (int i = 0; i < 32; i++) {
                clients.add(new Dialled(crowded, "half"));
                // each is through when it answers
                clients.getLast().predict("{\"number\": 4}").message();
            }
            assertThatThrownBy(() -> new Dialled(crowded, "half"))
                    .cause()
                    .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                    .extracting(e -> e.getResponse().statusCode())
                    .isEqualTo(503);
            clients.getFirst().socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            clients.getFirst().end();
            try (Dialled next = new Dialled(crowded, "half")) {
                assertThat(next.predict("{\"number\": 4}").message().has("data")).isTrue();
            }
        } finally {
            clients.forEach(Dialled::close);
        }
    }

    @Test
    void closingTheEndpointStopsTheRun() throws Exception {
        Served closing = new Served();
        try (Dialled client = new Dialled(closing, "endless")) {
            client.predict("{}");
            closing.begun.acquire();
            closing.close();
            closing.stopped.acquire();
            assertThat(client.end()).isNotNull();
        }
    }
}
