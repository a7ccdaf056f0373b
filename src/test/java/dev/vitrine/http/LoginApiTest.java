package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/// How Gradio's clients come in where a token is asked for.
class LoginApiTest {
    private static final String TOKEN = "sesame-sesame";
    private static final String PAIRS = "application/x-www-form-urlencoded";

    private Served served;
    private Sharing sharing;

    @BeforeEach
    void open() {
        served = new Served();
        sharing = served.endpoint.share("127.0.0.1", Optional.of(TOKEN));
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void theTokenAsPasswordBecomesTheCookieThatLetsIn() {
        assertThat(get("/config").statusCode()).isEqualTo(401);
        HttpResponse<String> in = login(PAIRS, "username=ada&password=" + TOKEN);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).isEqualTo("{\"success\":true}");
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(get("/config", "Cookie", cookie.substring(0, cookie.indexOf(';'))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFormOfPartsDoesTheSame() {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nada\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"password\"\r\n\r\n"
                        + TOKEN
                        + "\r\n--b--\r\n";
        HttpResponse<String> in = login("multipart/form-data; boundary=b", body);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.headers().firstValue("Set-Cookie")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password=",
                "password=sesame",
                "password=sesame-sesame-sesame",
                "username=sesame-sesame",
                "password=%",
                "password=%zz",
                "xpassword=sesame-sesame",
                "{\"password\": \"sesame-sesame\"}",
            })
    void anythingElseStaysOutside(String body) {
        HttpResponse<String> out = login(PAIRS, body);
        assertThat(out.statusCode()).isEqualTo(401);
        assertThat(out.body()).startsWith("{\"detail\":\"");
        assertThat(out.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whoHasNotComeInSendsLittle() {
        assertThat(login(PAIRS, "x".repeat(100_000)).statusCode()).isEqualTo(413);
        assertThat(login("multipart/form-data; boundary=b", "nothing").statusCode()).isEqualTo(400);
        assertThat(sharing.guests()).isEmpty();
    }

    @Test
    void onlyThisRequestPassesWithoutAToken() {
        assertThat(get("/login").statusCode()).isEqualTo(401);
        assertThat(post("/login/", "password=" + TOKEN).statusCode()).isEqualTo(401);
        assertThat(post("/models/half/predict", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void onThisMachineAnybodyIsIn() {
        HttpResponse<String> in =
                served.send(
                        HttpRequest.newBuilder(served.uri("/login"))
                                .header("Content-Type", PAIRS)
                                .POST(BodyPublishers.ofString("username=a&password=b")));
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> login(String type, String body) {
        return served.send(
                HttpRequest.newBuilder(uri("/login"))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, String body) {
        return served.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path, String... headers) {
        return served.send(HttpRequest.newBuilder(uri(path)), headers);
    }

    private URI uri(String path) {
        return sharing.address().resolve(path);
    }
}
