package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Json;
import dev.vitrine.mcp.ToolServer;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/// Streamable HTTP by its literal requests and answers.
class ToolsOverHttpTest {
    private static final String STEPS =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"steps\",\"_meta\":{\"progressToken\":5}}}";
    private static final String ENDLESS =
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"endless\"%s}}";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static final Catalog CATALOG =
            new Catalog(
                    List.of(),
                    file -> {
                        throw new AssertionError("Nothing here opens " + file);
                    });
    private static final Runner RUNNER = new Runner(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Semaphore BEGUN = new Semaphore(0);
    private static final Semaphore STOPPED = new Semaphore(0);

    private static Endpoint endpoint;

    @BeforeAll
    static void open() {
        add("steps", ToolsOverHttpTest::steps);
        add("endless", ToolsOverHttpTest::endless);
        endpoint =
                Endpoint.start(
                        CATALOG,
                        RUNNER,
                        new ToolsOverHttp(new ToolServer(CATALOG, RUNNER)),
                        Endpoint.Options.STANDARD.withPort(0).withMaxBody(1 << 16));
    }

    @AfterAll
    static void close() {
        HTTP.close();
        endpoint.close();
        RUNNER.close();
        CATALOG.close();
    }

    private static void add(String id, BiFunction<Values, RunContext, Values> function) {
        Signature signature =
                new Signature(
                        id,
                        "",
                        "other",
                        Map.of(),
                        List.of(),
                        List.of(Port.of("done", "text")),
                        List.of(),
                        false,
                        "",
                        "");
        CATALOG.add(new FunctionModel(id, signature, function));
    }

    private static Values steps(Values inputs, RunContext context) {
        context.progress(0.5, "half way");
        LockSupport.parkNanos(300_000_000);
        return Values.of("done", "yes");
    }

    private static Values endless(Values inputs, RunContext context) {
        BEGUN.release();
        try {
            context.progress(0.1, "on and on");
            while (true) {
                context.stop().check();
                LockSupport.parkNanos(1_000_000);
            }
        } finally {
            STOPPED.release();
        }
    }

    @Test
    void progressComesAsEventsBeforeTheResponse() throws Exception {
        HttpResponse<String> answer =
                HTTP.send(
                        post(STEPS, "Accept", "application/json, text/event-stream"),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        event: message
                        data: {"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":5,"progress":0.5,"total":1.0,"message":"half way"}}

                        event: message
                        data: {"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"{\\"done\\":\\"yes\\"}"}],"structuredContent":{"done":"yes"}}}

                        """);
    }

    @Test
    void whoReadsNoEventsGetsTheResponseAlone() throws Exception {
        HttpResponse<String> answer =
                HTTP.send(post(STEPS, "Accept", "application/json"), BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(
                        Json.MAPPER
                                .readTree(answer.body())
                                .at("/result/structuredContent/done")
                                .asString())
                .isEqualTo("yes");
    }

    @Test
    void aSessionIsGivenAndWithItCallsAreCancelled() throws Exception {
        String session =
                HTTP.send(
                                post(
                                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\"}}"),
                                BodyHandlers.ofString())
                        .headers()
                        .firstValue("Mcp-Session-Id")
                        .orElseThrow();
        CompletableFuture<HttpResponse<String>> endless =
                HTTP.sendAsync(
                        post(ENDLESS.formatted(""), "Mcp-Session-Id", session),
                        BodyHandlers.ofString());
        assertThat(BEGUN.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        HttpResponse<String> cancelled =
                HTTP.send(
                        post(
                                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}",
                                "Mcp-Session-Id",
                                session),
                        BodyHandlers.ofString());
        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(cancelled.body()).isEmpty();
        assertThat(STOPPED.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        assertThat(endless.get(20, TimeUnit.SECONDS).body()).isEmpty();
    }

    /// By 2026-07-28 closing the stream is the way to cancel.
    @Test
    void leavingStopsTheRun() throws Exception {
        HttpResponse<InputStream> stream =
                HTTP.send(
                        post(
                                ENDLESS.formatted(",\"_meta\":{\"progressToken\":1}"),
                                "Accept",
                                "application/json, text/event-stream"),
                        BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isEqualTo('e');
        assertThat(BEGUN.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        stream.body().close();
        assertThat(STOPPED.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallIsNotedAndKeptAsOneOfMcp() throws Exception {
        HTTP.send(post(STEPS), BodyHandlers.ofString());
        EndpointCall call = RUNNER.calls().calls().getFirst();
        assertThat(call.model()).isEqualTo("steps");
        assertThat(call.caller().origin()).isEqualTo(Origin.MCP);
        assertThat(RUNNER.history().runs().getFirst().origin()).isEqualTo(Origin.MCP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void thereIsNoStreamToOpenAndNoSessionToDelete(String method) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(mcp()).method(method, BodyPublishers.noBody()).build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void whatAPageCouldSendIsRefused() throws Exception {
        assertThat(status(PING, "Origin", "http://evil.example")).isEqualTo(403);
        assertThat(status(PING, "Origin", "null")).isEqualTo(403);
        assertThat(status(PING, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(status(PING, "Content-Type", "text/plain")).isEqualTo(415);
        assertThat(status(" ".repeat(1 << 17))).isEqualTo(413);
        assertThat(status("{")).isEqualTo(400);
        assertThat(status(PING, "MCP-Protocol-Version", "1999-01-01")).isEqualTo(400);
        assertThat(status(PING)).isEqualTo(200);
    }

    private static int status(String body, String... headers) throws Exception {
        return HTTP.send(post(body, headers), BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest post(String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(mcp())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private static URI mcp() {
        return endpoint.address().resolve("/mcp");
    }
}
