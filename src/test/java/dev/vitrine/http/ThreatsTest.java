package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What went wrong elsewhere with endpoints on people's own machines, tried here; where a request
/// is refused, no model runs. Names, hosts and origins are [GuardTest]'s, the wire is
/// [HostileRequestsTest]'s, time is [PatienceTest]'s.
class ThreatsTest {
    private static final byte[] PNG =
            PictureCodec.png(Picture.of(3, 2, 1, new byte[] {0, 50, 100, (byte) 150, 7, 9}));

    private static Served served;

    private long runs;

    @BeforeAll
    static void open() {
        served = new Served();
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @BeforeEach
    void count() {
        runs = served.runs();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(served.runner.waiting()).isZero();
    }

    /// A page may send these without asking first.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "text/plain; application/json",
                "application/x-www-form-urlencoded; charset=application/json"
            })
    void whatAPageSendsWithoutAskingIsNoJson(String type) {
        byte[] body = "{\"number\": 4}".getBytes(StandardCharsets.UTF_8);
        assertRefused(415, served.post("half", type, body));
    }

    @Test
    void aBlobWithoutATypeIsNoJson() {
        assertRefused(
                415,
                served.send(
                        served.predict("half").POST(BodyPublishers.ofString("{\"number\": 4}"))));
    }

    @Test
    void aFormAndABareFileOfAnotherSiteAreRefused() {
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\n4\r\n--b--\r\n";
        for (String[] foreign :
                new String[][] {
                    {"Origin", "http://evil.example"},
                    {"Origin", "null"},
                    {"Sec-Fetch-Site", "cross-site"}
                }) {
            assertRefused(
                    403,
                    served.post(
                            "half",
                            "multipart/form-data; boundary=b",
                            form.getBytes(StandardCharsets.UTF_8),
                            foreign));
            assertRefused(403, served.post("size", "image/png", PNG, foreign));
        }
    }

    @Test
    void noAddressIsFetched() throws IOException {
        try (ServerSocket bait = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            bait.setSoTimeout(200);
            String there = "http://127.0.0.1:" + bait.getLocalPort() + "/x.png";
            for (String image :
                    new String[] {
                        there,
                        "data:image/png;url," + there,
                        "http://169.254.169.254/",
                        "//evil/x.png"
                    }) {
                assertRefused(422, served.json("size", "{\"image\": \"%s\"}".formatted(image)));
            }
            try {
                bait.accept().close();
                throw new AssertionError("Somebody called.");
            } catch (SocketTimeoutException nobody) {
                assertThat(nobody).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "/etc/passwd",
                "../../../../etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "C:\\\\Windows\\\\win.ini",
                "\\\\\\\\evil\\\\share\\\\x.png",
                "models/digits/examples/digit_3.png",
                "digit_3.png\\u0000.png"
            })
    void noPathInAValueIsRead(String path) {
        HttpResponse<String> answer = served.json("size", "{\"image\": \"%s\"}".formatted(path));
        assertRefused(422, answer);
        assertThat(answer.body()).doesNotContain("root:", "No such file", "denied");
    }

    @Test
    void onlyWhatTheDocumentNamesIsThere() {
        JsonNode document = Json.MAPPER.readTree(served.get("/openapi.json").body());
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        documented.add(
                                                method.toUpperCase()
                                                        + " "
                                                        + path.getKey()
                                                                .replaceAll(
                                                                        "^/models/[^/]+(/predict)?$",
                                                                        "/models/{id}$1"))));
        Set<String> routes =
                served.endpoint.routes().stream()
                        .filter(route -> !route.startsWith("HEAD ") && !route.startsWith("WEB"))
                        // Gradio's clients read of its paths in /config.
                        .filter(route -> !route.matches("\\w+ /(config|login.*|gradio_api/.*)"))
                        .filter(route ->
                                !route.matches(
                                        "GET /(|web/.*|sw.js|docs.*|redoc.*|openapi.json|favicon.ico)"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes).isEqualTo(documented);
    }

    @Test
    void aPictureThatPromisesTooMuchOrKeepsTooLittleIsRefused() {
        byte[] bomb = PNG.clone();
        Arrays.fill(bomb, 16, 18, (byte) 0x7f);
        assertRefused(422, served.post("size", "image/png", bomb));
        assertRefused(422, served.post("size", "image/png", Arrays.copyOf(PNG, PNG.length / 2)));
        assertRefused(
                422, served.post("size", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8}));
    }

    @Test
    void noPictureMayBeAProgram() {
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\""
                        + " height=\"9\"><script>alert(1)</script></svg>";
        assertRefused(
                422, served.post("echo", "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8)));
        String uri = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        assertRefused(
                422, served.json("echo", "{\"image\": \"data:image/svg+xml;base64," + uri + "\"}"));
    }

    @Test
    void whatComesBackIsNeverAPage() {
        String html = "<script>alert(1)</script>";
        String table =
                "{\"table\": {\"headers\": [\"%s\"], \"data\": [[\"%s\"]]}, \"tensor\": [1]}"
                        .formatted(html, html);
        for (String type : new String[] {"text/csv", "application/x-npy"}) {
            HttpResponse<String> answer = served.json("passing", table, "Accept", type);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment; filename=\"output.");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        HttpResponse<String> picture = served.post("echo", "image/png", PNG, "Accept", "image/png");
        assertThat(picture.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline");
        HttpResponse<String> wrong =
                served.json("half", "{\"number\": 4, \"%s\": 1}".formatted(html));
        assertRefused(422, wrong, runs + 3);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(wrong.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void manyFieldsOfAFormAreRefused() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"n%d\"\r\n\r\n4\r\n";
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            form.append(part.formatted(i));
        }
        form.append("--b--\r\n");
        assertRefused(
                400,
                served.post(
                        "half",
                        "multipart/form-data; boundary=b",
                        form.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void largeHeadersAreRefused() {
        assertRefused(431, served.json("half", "{\"number\": 4}", "X", "x".repeat(17_000)));
    }

    private void assertRefused(int status, HttpResponse<String> answer) {
        assertRefused(status, answer, runs);
    }

    private static void assertRefused(int status, HttpResponse<String> answer, long runs) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"detail\":").doesNotContain("Exception");
        assertThat(served.runs()).isEqualTo(runs);
    }
}
