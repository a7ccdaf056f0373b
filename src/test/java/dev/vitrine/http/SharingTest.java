package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.signature.ProblemException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The second door of an endpoint. Here it stands at the loopback address too, where it is as much
/// another door as elsewhere; `.ci/run` comes through one from another network.
class SharingTest {
    private static final String TOKEN = "sesame-sesame";

    private Served served;
    private Sharing sharing;
    private HttpClient client;

    @BeforeEach
    void open() {
        served = new Served();
        sharing = served.endpoint.share("127.0.0.1", Optional.of(TOKEN));
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        client.close();
        served.close();
    }

    @Test
    void withoutTheTokenNothingIsAnsweredAndNothingRuns() throws IOException {
        long runs = served.runs();
        for (String route :
                List.of(
                        "GET /",
                        "GET /health",
                        "GET /models",
                        "GET /web/app.js",
                        "GET /docs",
                        "GET /no/such/path",
                        "POST /models/half/predict",
                        "GET /v2",
                        "GET /config",
                        "OPTIONS /health",
                        "DELETE /runs/1")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(at(route.split(" ")[1]))
                            .method(
                                    route.split(" ")[0],
                                    HttpRequest.BodyPublishers.ofString("{\"number\": 4}"))
                            .header("Content-Type", "application/json");
            HttpResponse<String> answer = send(request);
            assertThat(answer.statusCode()).as(route).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.body()).contains("open that link again");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        try (Wire wire = new Wire(port())) {
            String upgrade =
                    wire.raw(
                                    "GET /models/half/ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                                            .formatted(port()))
                            .all();
            assertThat(upgrade).startsWith("HTTP/1.1 401 ");
        }
        assertThat(served.runs()).isEqualTo(runs);
        assertThat(sharing.guests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer no",
                "Authorization: Bearer",
                "Authorization: Basic " + TOKEN,
                "Authorization: Bearer " + TOKEN + "x",
                "Cookie: vitrine=" + TOKEN,
                "Cookie: vitrine_1=" + TOKEN,
                "Cookie: token=" + TOKEN
            })
    void aWrongTokenOpensNothing(String header) {
        String[] parts = header.split(": ", 2);
        assertThat(send(HttpRequest.newBuilder(at("/health")), parts).statusCode()).isEqualTo(401);
    }

    @Test
    void theLinkOpensAndItsCookieKeepsItOpen() {
        HttpResponse<String> first = send(HttpRequest.newBuilder(sharing.link()));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("<title>Vitrine</title>");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(send(HttpRequest.newBuilder(at("/models")), "Cookie", pair).statusCode())
                .isEqualTo(200);
        assertThat(
                        send(
                                        HttpRequest.newBuilder(at("/models")),
                                        "Authorization",
                                        "Bearer " + TOKEN)
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theHostAndTheOriginAreLookedAtAsElsewhere() throws IOException {
        String own = "127.0.0.1:" + port();
        for (String headers :
                List.of(
                        "Host: evil.example",
                        "Host: 127.0.0.1:" + served.port(),
                        "Host: " + own + "\r\nOrigin: http://evil.example",
                        "Host: " + own + "\r\nOrigin: http://127.0.0.1:" + served.port(),
                        "Host: " + own + "\r\nSec-Fetch-Site: cross-site")) {
            try (Wire wire = new Wire(port())) {
                String answer =
                        wire.raw(
                                        "GET /health HTTP/1.1\r\n%s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                                .formatted(headers, TOKEN))
                                .all();
                assertThat(answer).as(headers).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @Test
    void theFirstDoorStaysAsItIs() {
        assertThat(served.get("/health").statusCode()).isEqualTo(200);
        assertThat(served.get("/models").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsThereIsKnownByDevice() {
        send(HttpRequest.newBuilder(sharing.link()), "User-Agent", "Mozilla/5.0 (iPhone; CPU)");
        send(HttpRequest.newBuilder(at("/health")), "User-Agent", "curl/8");
        assertThat(sharing.guests()).containsExactly("iPhone · 127.0.0.1");
    }

    @Test
    void whenTheDoorIsShutNobodyIsIn() throws Exception {
        HttpRequest endless =
                HttpRequest.newBuilder(at("/models/endless/predict"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        var going = client.sendAsync(endless, BodyHandlers.ofString());
        assertThat(served.begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        URI link = sharing.link();
        sharing.close();
        assertThat(served.stopped.tryAcquire(20, TimeUnit.SECONDS)).as("its run").isTrue();
        assertThatThrownBy(() -> going.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
        assertThat(served.get("/health").statusCode()).isEqualTo(200);
        sharing.close();
        Sharing again = served.endpoint.share("127.0.0.1", Optional.empty());
        assertThat(again.link().getQuery()).matches("token=[A-Za-z0-9_-]{16,}");
        assertThat(send(HttpRequest.newBuilder(again.link())).statusCode()).isEqualTo(200);
    }

    @Test
    void aCrowdThatSaysNothingIsSentAwaySoonAndTakesNobodysPlace() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i <= Endpoint.MOST_CONNECTIONS; i++) {
                crowd.add(new Socket(InetAddress.getLoopbackAddress(), port()));
            }
            assertThat(served.get("/health").statusCode()).isEqualTo(200);
            Socket first = crowd.getFirst();
            // long before a connection's own 30 seconds are over
            first.setSoTimeout(15_000);
            assertThat(first.getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket one : crowd) {
                one.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space", "semi;colon", "per%20cent", "ünicode-long"})
    void aTokenThatNoLinkCarriesIsRefused(String token) {
        assertThatThrownBy(() -> served.endpoint.share("127.0.0.1", Optional.of(token)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("token");
    }

    @Test
    void anAddressElsewhereIsRefused() {
        assertThatThrownBy(() -> served.endpoint.share("203.0.113.9", Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("203.0.113.9");
    }

    @Test
    void theNamesOfAnAddressAreNumbersOnly() throws Exception {
        assertThat(Room.names(InetAddress.getByName("192.0.2.7"))).isEqualTo(Set.of("192.0.2.7"));
        assertThat(Room.names(InetAddress.getByName("0.0.0.0"))).contains("127.0.0.1");
    }

    @Test
    void anAddressOfIpv6IsBracketedAndHasNoInterface() throws Exception {
        byte[] bytes = InetAddress.getByName("fd00::2").getAddress();
        InetAddress own = Inet6Address.getByAddress(null, bytes, 4);
        assertThat(own.getHostAddress()).contains("%");
        assertThat(Room.link(own)).isEqualTo("[fd00::2]");
        assertThat(Room.names(own)).isEqualTo(Set.of("[fd00::2]", "[fd00:0:0:0:0:0:0:2]"));
    }

    @Test
    void aDoorOfIpv6OpensByItsLinkAndStillOnlyByItsName() throws Exception {
        Sharing six = served.endpoint.share("::1", Optional.of(TOKEN));
        int port = six.address().getPort();
        assertThat(six.link()).hasToString("http://[::1]:%d/?token=%s".formatted(port, TOKEN));
        assertThat(send(HttpRequest.newBuilder(six.address().resolve("/health"))).statusCode())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(six.link()), "User-Agent", "iPad").statusCode())
                .isEqualTo(200);
        assertThat(six.guests()).containsExactly("iPad · ::1");
        assertThat(at("::1", port, "Host: [0:0:0:0:0:0:0:1]:" + port)).startsWith("HTTP/1.1 200 ");
        for (String headers :
                List.of(
                        "Host: evil.example:" + port,
                        "Host: localhost:" + port,
                        "Host: 127.0.0.1:" + port,
                        "Host: ::1:" + port,
                        "Host: [::1]",
                        "Host: [::1%25lo]:" + port,
                        "Host: [::2]:" + port,
                        "Host: [::1].evil.example:" + port,
                        "Host: [::1]:%d\r\nOrigin: http://evil.example".formatted(port),
                        "Host: [::1]:%d\r\nOrigin: http://[::2]:%d".formatted(port, port))) {
            assertThat(at("::1", port, headers)).as(headers).matches("(?s)HTTP/1.1 40[03] .*");
        }
        six.close();
        assertThatThrownBy(() -> new Socket("::1", port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void anAddressThatNoLinkCanNameIsRefused() {
        assertThatThrownBy(() -> served.endpoint.share("fe80::1", Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("fe80::1");
    }

    private static String at(String host, int port, String headers) throws IOException {
        String request =
                "GET /health HTTP/1.1\r\n%s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                        .formatted(headers, TOKEN);
        try (Socket socket = new Socket(host, port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int port() {
        return sharing.address().getPort();
    }

    private URI at(String path) {
        return sharing.address().resolve(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        return served.send(request, headers);
    }
}
