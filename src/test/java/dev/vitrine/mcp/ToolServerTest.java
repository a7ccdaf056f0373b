package dev.vitrine.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.describe.Program;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The Model Context Protocol by its literal messages, of both eras.
class ToolServerTest {
    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}%s}";

    private static final String SERVER_INFO =
            "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":{\"name\":\"vitrine\",\"title\":\"Vitrine\",\"version\":\"%s\"}}"
                    .formatted(Program.version());

    private static final String ENDLESS =
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"endless\"}}";

    private static Tools tools;

    @BeforeAll
    static void open() {
        tools = new Tools();
    }

    @AfterAll
    static void close() {
        tools.close();
    }

    // 2025-11-25

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2024-11-05",
        "2026-07-28, 2025-11-25",
        "1999-01-01, 2025-11-25"
    })
    void initializeAgreesOnAVersion(String wanted, String agreed) {
        Tools.Sender sender = tools.new Sender(Map.of());
        JsonNode answer =
                sender.answer(
                        """
                        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s",
                         "capabilities":{},"clientInfo":{"name":"c","version":"1"}}}
                        """
                                .formatted(wanted));
        assertThat(answer.path("id").toString()).isEqualTo("0");
        JsonNode result = answer.path("result");
        assertThat(result.path("protocolVersion").asString()).isEqualTo(agreed);
        assertThat(result.path("capabilities").toString()).isEqualTo("{\"tools\":{}}");
        assertThat(result.path("serverInfo").path("name").asString()).isEqualTo("vitrine");
        assertThat(sender.session).hasValueSatisfying(s -> assertThat(s).isNotEqualTo("mine"));
    }

    @Test
    void aPingIsAnswered() {
        assertThat(legacy("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}").toString())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{}}");
    }

    @Test
    void aToolSaysWhatItTakesAndGives() {
        JsonNode list = legacy("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
        JsonNode listed = list.path("result").path("tools");
        assertThat(listed.valueStream().map(t -> t.path("name").asString()))
                .containsExactly("count", "endless", "half", "hum", "steps", "throwing");
        assertThat(list.path("result").propertyNames()).containsExactly("tools");
        assertThat(listed.path(2).toString())
                .isEqualTo(
                        "{\"name\":\"half\",\"title\":\"half\",\"description\":\"Halves a"
                            + " number.\","
                            + "\"inputSchema\":{\"type\":\"object\",\"properties\":{\"number\":{\"title\":\"Number\","
                            + "\"type\":\"number\",\"minimum\":0,\"maximum\":10}},\"required\":[\"number\"],"
                            + "\"additionalProperties\":false},\"outputSchema\":{\"type\":\"object\",\"properties\":"
                            + "{\"half\":{\"title\":\"Half\",\"type\":\"number\"}},\"required\":[\"half\"],"
                            + "\"additionalProperties\":false},\"annotations\":{\"readOnlyHint\":true,"
                            + "\"openWorldHint\":false}}");
        // pictures and sounds are content, and no part of what is structured
        assertThat(listed.path(0).at("/outputSchema/required").toString())
                .isEqualTo("[\"pixels\"]");
        assertThat(listed.path(3).has("outputSchema")).isFalse();
    }

    @Test
    void aPictureGoesInAndComesOutBesideWhatIsStructured() {
        Picture picture = Picture.of(3, 2, 1, new byte[] {0, 50, 100, (byte) 150, 7, 9});
        String png = Base64.getEncoder().encodeToString(PictureCodec.png(picture));
        for (String given : new String[] {png, "data:image/png;base64," + png}) {
            JsonNode result = call("count", "{\"image\":\"%s\"}".formatted(given));
            assertThat(result.path("structuredContent").toString()).isEqualTo("{\"pixels\":6}");
            JsonNode content = result.path("content");
            assertThat(content.path(0).toString())
                    .isEqualTo("{\"type\":\"text\",\"text\":\"{\\\"pixels\\\":6}\"}");
            assertThat(content.path(1).path("type").asString()).isEqualTo("image");
            assertThat(content.path(1).path("mimeType").asString()).isEqualTo("image/png");
            byte[] back = Base64.getDecoder().decode(content.path(1).path("data").asString());
            assertThat(PictureCodec.png(picture)).isEqualTo(back);
            assertThat(result.has("isError")).isFalse();
        }
    }

    @Test
    void aSoundComesOutAsContentAlone() {
        JsonNode result = call("hum", "{}");
        assertThat(result.propertyNames()).containsExactly("content");
        assertThat(result.path("content").size()).isOne();
        assertThat(result.at("/content/0/type").asString()).isEqualTo("audio");
        assertThat(result.at("/content/0/mimeType").asString()).startsWith("audio/");
    }

    @Test
    void whatComesOutIsWhatTheToolSays() {
        JsonNode tool =
                legacy("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                        .at("/result/tools/2");
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(tool.path("outputSchema"))
                                .validate(call("half", "{\"number\":3}").path("structuredContent")))
                .isEmpty();
    }

    /// A language model can mend these, so they are results and the sentences of every face.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    half|{}|'Number' is missing; give it a value.
                    half|{"number":11}|'Number' is 11; give a number from 0 to 10.
                    half|{"number":1,"x":2}|There is no input 'x'; use number.
                    count|{"image":"http://127.0.0.1/x.png"}|'Image' is neither a data URI nor base64 text; send the picture as one of them.
                    """)
    void wrongArgumentsAreAResultThatIsAnError(String tool, String arguments, String sentence) {
        long before = tools.runs.get();
        JsonNode result = call(tool, arguments);
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asString()).isEqualTo(sentence);
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(tools.runs.get()).isEqualTo(before);
    }

    @Test
    void aRunThatFailsIsAResultThatIsAnError() {
        JsonNode result = call("throwing", "{}");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asString()).contains("out of cheese");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {|-32700|400
                    []|-32600|400
                    {"jsonrpc":"1.0","id":1,"method":"ping"}|-32600|400
                    {"jsonrpc":"2.0","id":null,"method":"ping"}|-32600|400
                    {"jsonrpc":"2.0","id":1.5,"method":"ping"}|-32600|400
                    {"jsonrpc":"2.0","id":1}|-32600|400
                    {"jsonrpc":"2.0","id":1,"method":"ping","params":[]}|-32602|400
                    {"jsonrpc":"2.0","id":1,"method":"prompts/list"}|-32601|200
                    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"none"}}|-32602|200
                    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"half","arguments":[]}}|-32602|200
                    {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}}|-32602|200
                    {"jsonrpc":"2.0","id":1,"method":"server/discover"}|-32602|200
                    """)
    void whatIsNoGoodRequestIsAnErrorOfTheProtocol(String message, int code, int status) {
        Reply reply = tools.new Sender(null).send(message);
        assertThat(reply.status()).isEqualTo(status);
        JsonNode error = reply.response().orElseThrow().path("error");
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("message").asString()).endsWith(".");
    }

    @Test
    void notificationsAndResponsesAreNotAnswered() {
        for (String message :
                new String[] {
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":9}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"
                }) {
            Reply reply = tools.new Sender(Map.of()).send(message);
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.response()).isEmpty();
        }
    }

    @Test
    void progressIsToldToWhoeverAsksForIt() {
        Tools.Sender sender = tools.new Sender(null);
        JsonNode answer =
                sender.answer(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"steps\",\"_meta\":{\"progressToken\":\"p\"}}}");
        assertThat(answer.at("/result/structuredContent").toString())
                .isEqualTo("{\"done\":\"yes\"}");
        assertThat(sender.told).isNotEmpty();
        assertThat(sender.told.getFirst().toString())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\"p\",\"progress\":0.25,\"total\":1.0,\"message\":\"step"
                            + " 1\"}}");
        assertThat(sender.told.stream().map(t -> t.at("/params/progress").asDouble()).toList())
                .isSorted()
                .doesNotHaveDuplicates();

        Tools.Sender uninterested = tools.new Sender(null);
        uninterested.answer(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"steps\"}}");
        assertThat(uninterested.told).isEmpty();
    }

    @Test
    void aCancelledCallIsStoppedAndNotAnswered() throws Exception {
        Tools.Sender sender = tools.new Sender(null);
        CompletableFuture<Reply> endless = endless(sender);
        // an id of another session is another request
        Tools.Sender other = tools.new Sender(null);
        other.session = Optional.of("other");
        cancel(other);
        assertThat(tools.stopped.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(sender.send(ENDLESS).response().orElseThrow().at("/error/code").asInt())
                .as("the id is taken")
                .isEqualTo(-32600);
        cancel(sender);
        assertThat(tools.stopped.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        assertThat(endless.get(20, TimeUnit.SECONDS).response()).isEmpty();
    }

    @Test
    void aSenderWhoLeavesStopsTheRun() throws Exception {
        Tools.Sender sender = tools.new Sender(null);
        CompletableFuture<Reply> endless = endless(sender);
        sender.gone = true;
        assertThat(tools.stopped.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        assertThat(endless.get(20, TimeUnit.SECONDS).response()).isEmpty();
    }

    // 2026-07-28

    @Test
    void theServerIsDiscovered() {
        assertThat(modern("server/discover", "").toString())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"supportedVersions\":[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\",\"2024-11-05\"],\"capabilities\":{\"tools\":{\"listChanged\":true}},\"instructions\":\"Each"
                            + " tool runs one machine-learning model on this machine. Pictures and"
                            + " sounds go in as data URIs or base64, and come out as content.\","
                            + "\"ttlMs\":5000,\"cacheScope\":\"private\",\"resultType\":\"complete\","
                                + SERVER_INFO
                                + "}}");
    }

    @Test
    void everyResultSaysThatItIsCompleteAndWhose() {
        JsonNode list = modern("tools/list", "").path("result");
        assertThat(list.path("resultType").asString()).isEqualTo("complete");
        assertThat(list.path("ttlMs").asInt()).isPositive();
        assertThat(list.path("cacheScope").asString()).isEqualTo("private");
        assertThat(
                        modern("tools/call", "\"name\":\"half\",\"arguments\":{\"number\":3},")
                                .toString())
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"half\\\":1.5}\"}],"
                            + "\"structuredContent\":{\"half\":1.5},\"resultType\":\"complete\","
                                + SERVER_INFO
                                + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    2026-07-28|tools/call|half|2026-07-28|200|0
                    2026-07-28|tools/call|=?base64?aGFsZg==?=|2026-07-28|200|0
                    -|tools/call|half|2026-07-28|400|-32020
                    2025-11-25|tools/call|half|2026-07-28|400|-32020
                    2026-07-28|-|half|2026-07-28|400|-32020
                    2026-07-28|tools/list|half|2026-07-28|400|-32020
                    2026-07-28|Tools/Call|half|2026-07-28|400|-32020
                    2026-07-28|tools/call|-|2026-07-28|400|-32020
                    2026-07-28|tools/call|count|2026-07-28|400|-32020
                    2026-07-28|tools/call|=?base64?%%%?=|2026-07-28|400|-32020
                    2030-01-01|tools/call|half|2030-01-01|400|-32022
                    2030-01-01|tools/call|half|2026-07-28|400|-32020
                    2026-07-28|tools/call|half|-|400|-32020
                    2030-01-01|tools/call|half|-|400|-32022
                    2025-11-25|-|-|-|200|0
                    -|-|-|-|200|0
                    """)
    void headersThatSayOtherwiseAreRefused(
            String version, String method, String name, String inBody, int status, int code) {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "MCP-Protocol-Version", version);
        put(headers, "Mcp-Method", method);
        put(headers, "Mcp-Name", name);
        String meta = inBody == null ? "" : META.formatted("").replace("2026-07-28", inBody) + ",";
        Reply reply =
                tools.new Sender(headers)
                        .send(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{%s\"name\":\"half\",\"arguments\":{\"number\":3}}}"
                                        .formatted(meta));
        JsonNode response = reply.response().orElseThrow();
        assertThat(reply.status()).as(response.toString()).isEqualTo(status);
        assertThat(response.at("/error/code").asInt(0)).isEqualTo(code);
        if (code == -32022) {
            assertThat(response.at("/error/data/supported/0").asString()).isEqualTo("2026-07-28");
            assertThat(response.at("/error/data/requested").asString()).isEqualTo("2030-01-01");
        }
    }

    @Test
    void withoutAHeaderLayerTheMessageAloneCounts() {
        JsonNode error =
                tools.new Sender(null)
                        .answer(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{%s}}"
                                        .formatted(
                                                META.formatted("")
                                                        .replace("2026-07-28", "2030-01-01")))
                        .path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32022);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    initialize|-32601|404
                    ping|-32601|404
                    logging/setLevel|-32601|404
                    prompts/list|-32601|404
                    """)
    void methodsThatAreNotThereAreNotFound(String method, int code, int status) {
        Reply reply = tools.new Sender(null).send(message(method, ""));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.response().orElseThrow().at("/error/code").asInt()).isEqualTo(code);
    }

    @Test
    void aRequestThatDoesNotSayWhatItsClientCanIsMalformed() {
        Reply reply =
                tools.new Sender(null)
                        .send(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.response().orElseThrow().path("error").toString())
                .isEqualTo(
                        "{\"code\":-32602,\"message\":\"The request does not say"
                                + " io.modelcontextprotocol/clientCapabilities in its _meta; add"
                                + " it.\"}");
    }

    @Test
    void whoListensHearsThatModelsHaveCome() throws Exception {
        try (Tools own = new Tools()) {
            Tools.Sender sender = own.new Sender(null);
            CompletableFuture<Reply> listening =
                    CompletableFuture.supplyAsync(() ->
                            sender.send(
                                    message(
                                            "subscriptions/listen",
                                            "\"notifications\":{\"toolsListChanged\":true,\"promptsListChanged\":true},")));
            await(sender, 1);
            assertThat(sender.told.getFirst().toString())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":{\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":1},\"notifications\":{\"toolsListChanged\":true}}}");
            own.catalog.add(own.catalog.model("half"));
            await(sender, 2);
            assertThat(sender.told.getLast().toString())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\",\"params\":{\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":1}}}");
            sender.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
            assertThat(listening.get(20, TimeUnit.SECONDS).response()).isEmpty();
        }
    }

    private static CompletableFuture<Reply> endless(Tools.Sender sender) throws Exception {
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> sender.send(ENDLESS));
        assertThat(tools.begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        return reply;
    }

    private static void cancel(Tools.Sender sender) {
        sender.send(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7,\"reason\":\"no\"}}");
    }

    private static void await(Tools.Sender sender, int messages) throws InterruptedException {
        for (int i = 0; i < 400 && sender.told.size() < messages; i++) {
            Thread.sleep(50);
        }
        assertThat(sender.told).hasSizeGreaterThanOrEqualTo(messages);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static JsonNode call(String tool, String arguments) {
        return legacy(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                                .formatted(tool, arguments))
                .path("result");
    }

    private static JsonNode legacy(String message) {
        return tools.new Sender(Map.of("MCP-Protocol-Version", "2025-11-25")).answer(message);
    }

    private static JsonNode modern(String method, String params) {
        return tools.new Sender(null).answer(message(method, params));
    }

    private static String message(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s%s}}"
                .formatted(method, params, META.formatted(""));
    }
}
