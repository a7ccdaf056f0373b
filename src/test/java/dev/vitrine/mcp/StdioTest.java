package dev.vitrine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One message on each line, and nothing else on the way out.
class StdioTest {
    private static final String HALF =
            "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"half\",\"arguments\":{\"number\":%d}}}";

    @Test
    void everyLineIsAnsweredWithALine() {
        String in =
                String.join(
                        "\r\n",
                        "{\"jsonrpc\":\"2.0\",\"id\":\"ü\",\"method\":\"ping\"}",
                        "",
                        "   ",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                        "no JSON",
                        HALF.formatted(2, 3),
                        // without an end
                        HALF.formatted(3, 11));
        List<JsonNode> lines = answers(in);
        assertThat(lines).hasSize(4).allMatch(l -> l.path("jsonrpc").asString().equals("2.0"));
        assertThat(lines.stream().map(l -> l.path("id").asString("")))
                .containsExactlyInAnyOrder("ü", "", "2", "3");
        assertThat(of(lines, "2").at("/result/structuredContent/half").asDouble()).isEqualTo(1.5);
        assertThat(of(lines, "3").at("/result/isError").asBoolean()).isTrue();
        assertThat(of(lines, "").at("/error/code").asInt()).isEqualTo(-32700);
    }

    @Test
    void aTextOfManyLinesStaysOnOne() {
        List<JsonNode> lines =
                answers(HALF.formatted(1, 1).replace("\"number\":1", "\"a\\nb\\r\\u2028\":1"));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().at("/result/content/0/text").asString()).contains("a\nb");
    }

    // the input ends while the rest stays open
    @SuppressWarnings("try")
    @Test
    void aLongCallHoldsUpNoOtherAndCanBeCancelled() throws Exception {
        try (Tools tools = new Tools();
                PipedOutputStream client = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(client, 1 << 16);
                PipedInputStream heard = new PipedInputStream(1 << 16);
                PrintStream out =
                        new PrintStream(
                                new PipedOutputStream(heard), true, StandardCharsets.UTF_8)) {
            Thread serving = Thread.ofPlatform().start(() -> Stdio.serve(tools.server, in, out));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(heard, StandardCharsets.UTF_8));
            say(
                    client,
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"endless\"}}");
            assertThat(tools.begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            say(client, HALF.formatted(2, 3));
            assertThat(lines.readLine()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":");
            say(
                    client,
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
            assertThat(tools.stopped.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            // and what is under way at the end of the input is stopped after a moment
            say(
                    client,
                    "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"endless\"}}");
            assertThat(tools.begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            client.close();
            assertThat(tools.stopped.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            serving.join(20_000);
            assertThat(serving.isAlive()).isFalse();
        }
    }

    private static void say(PipedOutputStream client, String line) throws IOException {
        client.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        client.flush();
    }

    private static JsonNode of(List<JsonNode> lines, String id) {
        return lines.stream()
                .filter(l -> l.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> answers(String in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Tools tools = new Tools()) {
            Stdio.serve(
                    tools.server,
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8));
        }
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(said).endsWith("\n");
        return said.lines().map(Json.MAPPER::readTree).toList();
    }
}
