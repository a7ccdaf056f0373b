package dev.vitrine.mcp;

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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Thousands of messages that are wrong in some way, on a way with headers and on one without: none
/// breaks the server, and none that it refuses runs a model.
class HostileMessagesTest {
    private static final List<String> METHODS =
            List.of(
                    "initialize",
                    "ping",
                    "tools/list",
                    "tools/call",
                    "server/discover",
                    "notifications/cancelled",
                    "notifications/initialized",
                    "rpc.discover",
                    "",
                    "\u0000");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e308",
                    "9223372036854775808",
                    "\"\"",
                    "\"half\"",
                    "\"2026-07-28\"",
                    "\"../../etc/passwd\"",
                    "\"\\ud800\"",
                    "[]",
                    "{}",
                    "[[[[[[[[1]]]]]]]]",
                    "{\"number\":3}",
                    "{\"number\":{\"number\":[3]}}",
                    "{\"io.modelcontextprotocol/protocolVersion\":7}");

    private static final List<String> NAMES =
            List.of(
                    "jsonrpc",
                    "id",
                    "method",
                    "params",
                    "name",
                    "arguments",
                    "cursor",
                    "_meta",
                    "progressToken",
                    "requestId",
                    "io.modelcontextprotocol/protocolVersion",
                    "io.modelcontextprotocol/clientCapabilities");

    private static Tools tools;

    @BeforeContainer
    static void open() {
        tools = new Tools();
    }

    /// After all of them a good one is answered.
    @AfterContainer
    static void close() {
        try (Tools ending = tools) {
            assertThat(
                            ending.new Sender(null)
                                    .answer(good("tools/call").toString())
                                    .at("/result/structuredContent/half")
                                    .asDouble())
                    .isEqualTo(1.5);
        }
    }

    @Property(
            tries = 6_000,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void whateverComesIsAnsweredInTheProtocol(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] message = message(random);
        long before = tools.runs.get();
        Tools.Sender sender = tools.new Sender(random.nextBoolean() ? null : headers(random));
        Reply reply = tools.server.answer(message, sender);
        String sent = new String(message, 0, Math.min(400, message.length), StandardCharsets.UTF_8);
        assertThat(reply.status()).as(sent).isLessThan(500);
        if (reply.response().isEmpty()) {
            assertThat(reply.status()).isEqualTo(202);
            assertThat(tools.runs.get()).as(sent).isEqualTo(before);
            return;
        }
        JsonNode response = reply.response().get();
        assertThat(response.path("jsonrpc").asString()).isEqualTo("2.0");
        assertThat(response.has("result") ^ response.has("error")).as(sent).isTrue();
        JsonNode error = response.path("error");
        if (!error.isMissingNode()) {
            assertThat(error.path("code").asInt()).as(sent).isBetween(-32_768, -32_000);
            assertThat(error.path("message").asString())
                    .as(sent)
                    .matches("(?s).*[.?]")
                    .hasSizeLessThan(1_000)
                    .doesNotContain("Exception");
        }
        if (!error.isMissingNode() || response.at("/result/isError").asBoolean(false)) {
            assertThat(tools.runs.get()).as(sent).isEqualTo(before);
        }
    }

    private static byte[] message(Random random) {
        ObjectNode good = good(METHODS.get(random.nextInt(METHODS.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            change(good, random);
        }
        byte[] bytes = good.toString().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flipped(bytes, random);
            case 2 -> ("[" + good + "]").getBytes(StandardCharsets.UTF_8);
            case 3 ->
                    random.nextInt(30) == 0
                            ? "[".repeat(400_000).getBytes(StandardCharsets.UTF_8)
                            : new byte[] {(byte) 0xff, (byte) 0xfe, 0};
            default -> bytes;
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] other = bytes.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    private static void change(ObjectNode message, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(message, objects);
        ObjectNode one = objects.get(random.nextInt(objects.size()));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        if (random.nextInt(3) == 0) {
            one.remove(name);
        } else if (random.nextInt(20) == 0) {
            one.put(name, "x".repeat(random.nextInt(200_000)));
        } else {
            one.set(name, Json.MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> to) {
        if (node instanceof ObjectNode object) {
            to.add(object);
            object.properties().forEach(e -> collect(e.getValue(), to));
        }
    }

    private static Map<String, String> headers(Random random) {
        String[] versions = {"2026-07-28", "2025-11-25", "", "x".repeat(5_000)};
        return Map.of(
                "MCP-Protocol-Version",
                versions[random.nextInt(versions.length)],
                "Mcp-Method",
                METHODS.get(random.nextInt(METHODS.size())),
                "Mcp-Name",
                random.nextBoolean() ? "half" : "=?base64?" + "A".repeat(random.nextInt(9)) + "?=");
    }

    private static ObjectNode good(String method) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        ObjectNode params = message.putObject("params").put("name", "half");
        params.putObject("arguments").put("number", 3);
        params.putObject("_meta")
                .put("io.modelcontextprotocol/protocolVersion", "2026-07-28")
                .putObject("io.modelcontextprotocol/clientCapabilities");
        return message;
    }
}
