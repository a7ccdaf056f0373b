package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Kinds;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of the web face, and the laws that each kind's keeps. What a browser then makes of
/// them, `.ci/run` looks at with Chromium.
class WebPagesTest {
    private static final Path FILES =
            Path.of(System.getProperty("basedir", ""), "src/main/resources/dev/vitrine/web");

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) ?\\(?\"(\\.[^\"]+)\"");
    private static final Pattern URL = Pattern.compile("url\\(\"([^\"]*)\"\\)");

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void thePageHasAllItNeedsHere() {
        HttpResponse<String> page = served.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        List<String> links = LINK.matcher(page.body()).results().map(m -> m.group(1)).toList();
        assertThat(links).contains("/web/app.js", "/web/web.css", "/web/fonts/Inter.woff2");
        links.forEach(WebPagesTest::isThere);
        assertThat(page.body()).doesNotContain("<script>", "<style>", " style=", "javascript:");
    }

    @Test
    void thePageRunsWhatComesFromHereAndNoText() {
        String policy = served.get("/").headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(List.of(policy.split("; ?")))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "require-trusted-types-for 'script'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe", "http:", "https:", "*");
    }

    static Stream<String> scripts() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all
                    .filter(file -> file.toString().endsWith(".js"))
                    .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptIsServedWithWhatItImports(String script) {
        String path = script.equals("sw.js") ? "/sw.js" : "/web/" + script;
        HttpResponse<String> file = isThere(path);
        assertThat(file.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/javascript");
        IMPORT.matcher(file.body())
                .results()
                .map(m -> served.uri(path).resolve(m.group(1)).getPath())
                .forEach(WebPagesTest::isThere);
        assertThat(file.body())
                .as("what a page may not do here: markup from text, code from text, other servers")
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "Function(")
                .doesNotContainPattern("fetch\\(\"?https?:");
    }

    @Test
    void theStylesNameOnlyWhatIsHere() {
        String styles = isThere("/web/web.css").body();
        URL.matcher(styles).results().map(m -> m.group(1)).forEach(WebPagesTest::isThere);
        assertThat(styles).contains("--v-page", ".bar-row", ".slider-row");
    }

    static Stream<String> kinds() {
        return Kinds.ALL.stream().map(kind -> kind.id());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasItsFace(String kind) {
        String face = isThere("/web/kind/" + kind + ".js").body();
        for (String side : List.of("editor", "viewer")) {
            assertThat(face)
                    .as("web/kind/%s.js exports no %s", kind, side)
                    .containsPattern(
                            "export (function|const) %s\\b|export \\{[^}]*\\b%s\\b"
                                    .formatted(side, side));
        }
    }

    @Test
    void noFaceIsThereWithoutItsKind() throws IOException {
        Set<String> ids = kinds().collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> faces = Files.list(FILES.resolve("kind"))) {
            Set<String> named =
                    faces.map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).isEqualTo(ids);
        }
    }

    /// A first visit of the gallery: the page, what it names, and the letters.
    @Test
    void theFirstLoadIsSmall() {
        long bytes =
                Stream.concat(
                                Stream.of(
                                        "/",
                                        "/web/web.css",
                                        "/web/theme.js",
                                        "/web/fonts/Inter.woff2"),
                                Stream.of(
                                                "app", "api", "dom", "gallery", "link", "demo",
                                                "form", "results", "history", "card")
                                        .map("/web/%s.js"::formatted))
                        .mapToLong(path ->
                                Long.parseLong(
                                        served.get(path, "Accept-Encoding", "gzip")
                                                .headers()
                                                .firstValue("Content-Length")
                                                .orElseThrow()))
                        .sum();
        assertThat(bytes).isLessThan(150_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/web/app.js", "/web/web.css", "/web/fonts/Inter.woff2", "/sw.js"})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = isThere(path).headers().firstValue("ETag").orElseThrow();
        assertThat(served.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/",
                "/web/kind/none.js",
                "/web/../index.html",
                "/web/%2e%2e/index.html",
                "/web/kind/%2e%2e/app.js",
                "/web/fonts/README.md",
                "/web/tokens.css"
            })
    void noPathNamesAFile(String path) {
        assertThat(served.get(path).statusCode()).isBetween(400, 404);
    }

    private static HttpResponse<String> isThere(String path) {
        HttpResponse<String> file = served.get(path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        return file;
    }
}
