package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a browser then makes of the pages, `.ci/run` looks at with Chromium.
class DocsPagesTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc", "/docs/", "/redoc/"})
    void aPageHasAllItNeedsHere(String path) {
        HttpResponse<String> page = served.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        List<String> links = links(page.body()).toList();
        assertThat(links).hasSizeGreaterThan(3);
        for (String link : links) {
            assertThat(link).startsWith("/");
            HttpResponse<String> file = served.get(link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElse("")).isNotEmpty();
        }
        assertThat(page.body()).doesNotContain("<script>", "<style>", " on", "javascript:");
    }

    private static Stream<String> links(String page) {
        return LINK.matcher(page).results().map(found -> found.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/redoc"})
    void aPageLetsScriptsInFromHereOnly(String path) {
        String policy = served.get(path).headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(List.of(policy.split("; ?")))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'");
        Matcher elsewhere = Pattern.compile("https?:|\\*|unsafe-eval").matcher(policy);
        assertThat(elsewhere.find()).as(policy).isFalse();
    }

    @Test
    void theBundleOfReDocNamesNoServerOfItsMakers() {
        assertThat(served.get("/redoc/redoc.standalone.js").body())
                .contains("Redoc")
                .doesNotContain("cdn.redoc.ly", "sourceMappingURL=redoc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/docs", "/redoc", "/redoc/redoc.js", "/favicon.ico"})
    void whoHasItAlreadyIsToldSo(String path) {
        HttpResponse<String> first = served.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        for (String known : List.of(tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> again = served.get(path, "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
        HttpResponse<String> other = served.get(path, "If-None-Match", "W/\"other\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void headSaysWhatGetSaysButTheBody() {
        for (String path : List.of("/health", "/models/half", "/docs", "/openapi.json")) {
            HttpResponse<String> get = served.get(path);
            HttpResponse<String> head =
                    served.send(HttpRequest.newBuilder(served.uri(path)).HEAD());
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            for (String name : List.of("Content-Type", "Content-Length", "ETag", "Vary")) {
                assertThat(head.headers().firstValue(name))
                        .as("%s of %s", name, path)
                        .isEqualTo(get.headers().firstValue(name));
            }
        }
        assertThat(
                        served.send(HttpRequest.newBuilder(served.uri("/models/no")).HEAD())
                                .statusCode())
                .isEqualTo(404);
    }
}
