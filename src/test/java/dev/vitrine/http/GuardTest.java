package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every attack is tried on every route: what a route answers must not matter.
class GuardTest {
    private static final String BODY = "{\"number\": 4}";

    private static final List<String> ROUTES =
            Stream.concat(
                            WebPages.paths().stream().map("GET "::concat),
                            Stream.of(
                                    "GET /models/half/thumbnail",
                                    "GET /models/half/card",
                                    "GET /models/half/code",
                                    "GET /models/half/examples/1",
                                    "GET /models/half/examples/1/thumbnail",
                                    "GET /health",
                                    "GET /models",
                                    "GET /models/half",
                                    "GET /models/no-such-model",
                                    "POST /models/half/predict",
                                    "GET /models/half/ws",
                                    "WEBSOCKET /models/half/ws",
                                    "WEBSOCKET /health",
                                    "GET /runs/1",
                                    "DELETE /runs/1",
                                    "POST /mcp",
                                    "GET /mcp",
                                    "DELETE /mcp",
                                    "GET /v2",
                                    "GET /v2/health/live",
                                    "GET /v2/health/ready",
                                    "GET /v2/models",
                                    "GET /v2/models/half",
                                    "GET /v2/models/half/ready",
                                    "GET /v2/models/half/config",
                                    "GET /v2/models/half/versions/1/config",
                                    "POST /v2/models/half/infer",
                                    "GET /v2/models/half/versions/1",
                                    "GET /v2/models/half/versions/1/ready",
                                    "POST /v2/models/half/versions/1/infer",
                                    "POST /v2/repository/index",
                                    "GET /v2/no/such/path",
                                    "GET /metrics",
                                    "GET /openapi.json",
                                    "GET /docs",
                                    "GET /docs/docs.css",
                                    "GET /docs/docs.js",
                                    "GET /docs/swagger-ui.css",
                                    "GET /docs/swagger-ui-bundle.js",
                                    "GET /redoc",
                                    "GET /redoc/redoc.css",
                                    "GET /redoc/redoc.js",
                                    "GET /redoc/redoc.standalone.js",
                                    "GET /favicon.ico",
                                    "GET /config",
                                    "POST /login",
                                    "GET /gradio_api/info",
                                    "GET /gradio_api/app_id",
                                    "GET /gradio_api/queue/status",
                                    "GET /gradio_api/queue/data?session_hash=s",
                                    "GET /gradio_api/queue/data",
                                    "POST /gradio_api/queue/join",
                                    "GET /gradio_api/heartbeat/s",
                                    "POST /gradio_api/cancel",
                                    "POST /gradio_api/reset",
                                    "POST /gradio_api/upload",
                                    "GET /gradio_api/file=id/name.png",
                                    "POST /gradio_api/call/half",
                                    "POST /gradio_api/call/v2/half",
                                    "GET /gradio_api/call/half/event",
                                    "GET /gradio_api/call/v2/half/event",
                                    "POST /gradio_api/run/half",
                                    "POST /gradio_api/api/half",
                                    "GET /no/such/path",
                                    "HEAD /health",
                                    "HEAD /models/half",
                                    "HEAD /docs",
                                    "OPTIONS /models/half/predict",
                                    "PUT /health",
                                    "DELETE /models/half"))
                    .toList();

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
    }

    @AfterAll
    static void close() {
        served.close();
    }

    static Stream<List<String>> foreign() {
        String own = "Host: 127.0.0.1:" + served.port();
        return Stream.of(
                List.of("Host: evil.example"),
                List.of("Host: evil.example:" + served.port()),
                List.of(),
                List.of("Host:"),
                List.of(own, own),
                List.of(own, "Host: evil.example"),
                List.of("Host: evil.example", own),
                List.of("Host: localhost.:" + served.port()),
                List.of("Host: 127.0.0.1.:" + served.port()),
                List.of("Host: 127.0.0.1.evil:" + served.port()),
                List.of("Host: evil.localhost:" + served.port()),
                List.of("Host: localhost.evil.example:" + served.port()),
                List.of("Host: evil@127.0.0.1:" + served.port()),
                List.of("Host: 127.0.0.1:" + served.port() + "@evil.example"),
                List.of("Host: 127.0.0.1:" + (served.port() == 1 ? 2 : 1)),
                List.of("Host: 127.0.0.1"),
                List.of("Host: localhost"),
                List.of("Host: 0.0.0.0:" + served.port()),
                List.of("Host: 127.1:" + served.port()),
                List.of("Host: 2130706433:" + served.port()),
                List.of("Host: [::ffff:127.0.0.1]:" + served.port()),
                List.of("Host: 192.168.1.2:" + served.port()),
                List.of("Host: my-machine.local:" + served.port()),
                List.of("Host: 127.0.0.1:" + served.port() + ", evil.example"),
                List.of(own, "Origin: http://evil.example"),
                List.of(own, "Origin: https://127.0.0.1:" + served.port()),
                List.of(own, "Origin: http://127.0.0.1:" + (served.port() == 1 ? 2 : 1)),
                List.of(own, "Origin: http://127.0.0.1"),
                List.of(own, "Origin: http://localhost.evil.example:" + served.port()),
                List.of(own, "Origin: null"),
                List.of(own, "Origin:"),
                List.of(own, "Origin: file://"),
                List.of(
                        own,
                        "Origin: http://127.0.0.1:" + served.port(),
                        "Origin: http://evil.example"),
                List.of(own, "Sec-Fetch-Site: cross-site"),
                List.of(own, "Sec-Fetch-Site: Cross-Site"),
                List.of(own, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"));
    }

    @Test
    void everyRouteThereIsIsAmongThoseThatAreTried() {
        for (String route : served.endpoint.routes()) {
            // What is read is read by HEAD on the same way.
            String pattern =
                    route.replaceAll("^HEAD ", "GET ")
                            .replaceAll("^WEBSOCKET\\w* ", "WEBSOCKET ")
                            .replaceAll("\\{[^}]*}", "[^/]+");
            assertThat(ROUTES).as(route).anyMatch(tried -> tried.matches(pattern));
        }
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void whatIsNotOursIsRefusedOnEveryRouteAndRunsNothing(List<String> headers) throws IOException {
        long runs = served.runs();
        long calls = served.endpoint.calls();
        for (String route : ROUTES) {
            try (Wire wire = new Wire(served.port())) {
                String answer = wire.raw(request(route, headers)).all();
                assertThat(answer).as("%s with %s", route, headers).startsWith("HTTP/1.1 40");
                assertThat(answer.substring(9, 12)).as(route).isIn("400", "403");
                assertThat(answer).doesNotContainIgnoringCase("Access-Control");
                if (!route.startsWith("HEAD")) {
                    assertThat(answer).as(route).contains("{\"detail\":\"");
                }
            }
        }
        assertThat(served.runs()).isEqualTo(runs);
        assertThat(served.endpoint.calls()).isEqualTo(calls);
    }

    static Stream<List<String>> own() {
        int port = served.port();
        return Stream.of(
                List.of("Host: 127.0.0.1:" + port),
                List.of("Host: localhost:" + port),
                List.of("Host: LocalHost:" + port),
                List.of("hOST:LOCALHOST:" + port),
                List.of("Host: [::1]:" + port),
                List.of("Host: localhost:" + port, "Origin: http://localhost:" + port),
                List.of("Host: 127.0.0.1:" + port, "Origin: http://localhost:" + port),
                List.of("Host: 127.0.0.1:" + port, "Sec-Fetch-Site: same-origin"),
                List.of("Host: 127.0.0.1:" + port, "Sec-Fetch-Site: none"));
    }

    @ParameterizedTest
    @MethodSource("own")
    void whatIsOursPasses(List<String> headers) throws IOException {
        long runs = served.runs();
        try (Wire wire = new Wire(served.port())) {
            assertThat(wire.raw(request("POST /models/half/predict", headers)).all())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("{\"half\":2,\"note\":\"\"}");
        }
        assertThat(served.runs()).isEqualTo(runs + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/health",
                "http://127.0.0.1:1/health",
                "//evil.example/health"
            })
    void anAddressInTheRequestLineDoesNotReplaceTheHost(String target) throws IOException {
        try (Wire wire = new Wire(served.port())) {
            assertThat(
                            wire.send(
                                            "GET " + target + " HTTP/1.1",
                                            "Host: 127.0.0.1:" + served.port(),
                                            "Connection: close")
                                    .status())
                    .isIn(400, 403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/../openapi.json",
                "/docs/../../etc/passwd",
                "/docs/%2e%2e/%2e%2e/etc/passwd",
                "/docs/..%2f..%2fetc%2fpasswd",
                "/docs/%252e%252e/etc/passwd",
                "/docs/..%5c..%5cwindows",
                "/docs//etc/passwd",
                "/docs/swagger-ui.css%00.png",
                "/docs/swagger-ui.css;/../docs.html",
                "/models/..%2f..%2fetc%2fpasswd",
                "/models/../../etc/passwd",
                "/models/%2e%2e",
                "/models/C:%5cwindows",
                "/webjars/swagger-ui/5.34.1/swagger-ui.js",
                "/META-INF/MANIFEST.MF"
            })
    void noPathNamesAFile(String path) throws IOException {
        try (Wire wire = new Wire(served.port())) {
            String answer =
                    wire.send(
                                    "GET " + path + " HTTP/1.1",
                                    "Host: 127.0.0.1:" + served.port(),
                                    "Connection: close")
                            .all();
            assertThat(answer).contains("{\"detail\":\"").doesNotContain("root:");
            assertThat(answer.substring(9, 12)).isIn("400", "404");
        }
    }

    @Test
    void everyAnswerTellsTheBrowserToTrustNothing() {
        for (String path : List.of("/health", "/docs", "/no-such-path", "/models/no-such-model")) {
            var headers = served.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("script-src 'unsafe");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(headers.map().keySet())
                    .noneMatch(name -> name.startsWith("access-control"))
                    .doesNotContain("server", "x-powered-by");
        }
    }

    @Test
    void compressedBodiesAreRefused() {
        assertThat(served.json("half", BODY, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBodyOverTheCapIsRefusedByItsLengthAlone() throws IOException {
        try (Wire wire = new Wire(served.port())) {
            assertThat(
                            wire.send(
                                            "POST /models/half/predict HTTP/1.1",
                                            "Host: 127.0.0.1:" + served.port(),
                                            "Content-Type: application/json",
                                            "Content-Length: " + (Served.MAX_BODY + 1))
                                    .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void aBodyOverTheCapIsRefusedWhileItStreams() throws IOException {
        long runs = served.runs();
        try (Wire wire = new Wire(served.port())) {
            wire.send(
                    "POST /models/echo/predict HTTP/1.1",
                    "Host: 127.0.0.1:" + served.port(),
                    "Content-Type: image/png",
                    "Transfer-Encoding: chunked");
            byte[] chunk = ("8000\r\n" + "x".repeat(0x8000) + "\r\n").getBytes();
            for (int i = 0; i < Served.MAX_BODY / 0x8000; i++) {
                wire.raw(chunk);
            }
            assertThat(wire.raw("1\r\nx\r\n").status()).isEqualTo(413);
        }
        assertThat(served.runs()).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "multipart/form-data; boundary=b"})
    void clientsThatSendALargeBodyInOneGoReadTheRefusal(String type) {
        byte[] body = new byte[2 * (int) Served.MAX_BODY];
        assertThat(served.post("echo", type, body).statusCode()).isEqualTo(413);
        assertThat(
                        served.post(
                                        "echo",
                                        type,
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(body)))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyOfExactlyTheCapPasses() {
        String body = "{\"number\": 4}" + " ".repeat((int) Served.MAX_BODY - 13);
        assertThat(served.json("half", body).statusCode()).isEqualTo(200);
    }

    private static String request(String route, List<String> headers) {
        List<String> lines = new ArrayList<>();
        lines.add(route.replace("WEBSOCKET ", "GET ") + " HTTP/1.1");
        lines.addAll(headers);
        if (route.startsWith("WEBSOCKET ")) {
            lines.add("Upgrade: websocket");
            lines.add("Connection: Upgrade, close");
            lines.add("Sec-WebSocket-Version: 13");
            lines.add("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
            return String.join("\r\n", lines) + "\r\n\r\n";
        }
        lines.add("Content-Type: application/json");
        lines.add("Content-Length: " + BODY.length());
        lines.add("Connection: close");
        return String.join("\r\n", lines) + "\r\n\r\n" + BODY;
    }
}
