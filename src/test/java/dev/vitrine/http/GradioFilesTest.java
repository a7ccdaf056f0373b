package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Files that Gradio's clients send and fetch, and everything that only looks like one.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GradioFilesTest {
    private static final Picture PICTURE =
            Picture.of(6, 4, 1, "the samples of a picture".getBytes(StandardCharsets.US_ASCII));

    private static final byte[] PNG = PictureCodec.png(PICTURE);

    private static GradioApp app;

    @BeforeAll
    static void open() {
        app = new GradioApp();
        app.served.add(
                "finder",
                List.of(Port.of("image", "image")),
                List.of(Port.of("finds", "boxes")),
                (_, _) -> Values.of("finds", Boxes.of(Box.of("cat", 0.75, 1, 1, 2, 2))));
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @Test
    void whatWasSentIsAnInputAndItsOutputIsFetched() throws Exception {
        String path = upload("cat.png", "image/png", PNG);
        assertThat(path).matches("[A-Za-z0-9_-]{22}/cat\\.png");
        JsonNode out =
                echo(
                        "{\"path\": \"%s\", \"meta\": {\"_type\": \"gradio.FileData\"}}"
                                .formatted(path));
        assertThat(out.at("/meta/_type").stringValue()).isEqualTo("gradio.FileData");
        assertThat(out.path("mime_type").stringValue()).isEqualTo("image/png");
        assertThat(out.path("orig_name").stringValue()).isEqualTo("image.png");
        assertThat(out.path("url").stringValue())
                .isEqualTo(
                        app.served
                                .uri("/gradio_api/file=" + out.path("path").stringValue())
                                .toString());
        HttpResponse<byte[]> file = fetch(out.path("url").stringValue());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(PictureCodec.read(file.body(), "it", 100)).isEqualTo(PICTURE);
    }

    @Test
    void anOutputIsAnInputAgain() {
        JsonNode first = echo("{\"path\": \"%s\"}".formatted(upload("a.png", "image/png", PNG)));
        JsonNode second = echo("{\"path\": \"%s\"}".formatted(first.path("path").stringValue()));
        JsonNode third = echo("{\"url\": \"%s\"}".formatted(second.path("url").stringValue()));
        assertThat(fetch(third.path("url").stringValue()).body()).isEqualTo(PNG);
    }

    @Test
    void aFileMayStandInTheRequestItself() {
        String uri = "data:image/png;base64," + java.util.Base64.getEncoder().encodeToString(PNG);
        assertThat(fetch(echo("{\"url\": \"%s\"}".formatted(uri)).path("url").stringValue()).body())
                .isEqualTo(PNG);
        assertThat(fetch(echo("\"%s\"".formatted(uri)).path("url").stringValue()).body())
                .isEqualTo(PNG);
    }

    @Test
    void severalFilesAreSentAtOnce() {
        HttpResponse<String> answer =
                send(
                        part("files", "a.png", "image/png", PNG),
                        part("other", "no.png", "image/png", PNG),
                        part("files", "a.png", "image/png", PNG));
        JsonNode paths = Json.MAPPER.readTree(answer.body());
        assertThat(paths.size()).isEqualTo(2);
        assertThat(paths.get(0)).isNotEqualTo(paths.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\windows\\system.ini, system.ini",
        "ein schönes Bild.png, ein_sch_nes_Bild.png",
        ".., file",
        ".htaccess, htaccess",
        "a%2Fb?c#d, a_2Fb_c_d",
    })
    void aNameIsPlainWhateverItsSenderCallsIt(String name, String plain) {
        String path = upload(name, "image/png", PNG);
        assertThat(path).endsWith("/" + plain).matches("[A-Za-z0-9_-]+/[A-Za-z0-9._-]+");
        assertThat(fetch(app.served.uri("/gradio_api/file=" + path).toString()).body())
                .isEqualTo(PNG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\": \"/etc/passwd\", \"meta\": {\"_type\": \"gradio.FileData\"}}",
                "{\"path\": \"../../../etc/passwd\"}",
                "{\"path\": \"AAAAAAAAAAAAAAAAAAAAAA/cat.png\"}",
                "{\"path\": \"cat.png\"}",
                "{\"path\": \"\"}",
                "{\"path\": 5}",
                "{\"url\": \"http://169.254.169.254/latest/meta-data\"}",
                "{\"path\": \"http://127.0.0.1:1/\", \"url\": \"http://127.0.0.1:1/\"}",
                "{\"url\": \"file:///etc/passwd\"}",
                "{}",
            })
    void whatWasNeverSentIsRefused(String file) {
        long runs = app.served.runs();
        HttpResponse<String> answer =
                app.post("/gradio_api/run/echo", "{\"data\": [%s]}".formatted(file));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"type\":\"file_unknown\"", "/gradio_api/upload");
        assertThat(app.served.runs()).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../etc/passwd",
                "..%2F..%2Fetc%2Fpasswd",
                "%2e%2e/passwd",
                "/tmp/x",
                "x",
                "x/y",
                "x/y/z",
                "",
                "http://127.0.0.1/",
                "C:\\x/y",
            })
    void whatIsNoPathOfOursIsNotServed(String path) throws Exception {
        try (Wire wire = new Wire(app.served.port())) {
            String answer =
                    wire.send(
                                    "GET /gradio_api/file=" + path + " HTTP/1.1",
                                    "Host: 127.0.0.1:" + app.served.port(),
                                    "Connection: close")
                            .all();
            assertThat(answer.substring(9, 12)).as(answer).isIn("400", "404");
            assertThat(answer).contains("{\"detail\":\"").doesNotContain("root:");
        }
    }

    @Test
    void anotherNameIsAnotherPath() {
        String path = upload("cat.png", "image/png", PNG);
        assertThat(app.served.get("/gradio_api/file=" + path.replace("cat", "dog")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/javascript", "text/plain"})
    void whatABrowserCouldRunIsOnlySaved(String type) {
        String path = upload("page.html", type, "<script>".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> file = app.served.get("/gradio_api/file=" + path);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-3     | 206 | 0-3",
                "bytes=4-      | 206 | 4-END",
                "bytes=-2      | 206 | LAST2",
                "bytes=0-9999  | 206 | 0-END",
                "bytes=9999-   | 416 | ''",
                "bytes=-0      | 416 | ''",
                "bytes=3-1     | 416 | ''",
                "bytes=0-1,3-4 | 200 | 0-END",
                "bytes=-       | 200 | 0-END",
                "lines=0-1     | 200 | 0-END",
            })
    void aPartOfAFileIsFetched(String range, int status, String part) {
        String path = upload("cat.png", "image/png", PNG);
        HttpResponse<byte[]> file =
                fetch(app.served.uri("/gradio_api/file=" + path).toString(), "Range", range);
        assertThat(file.statusCode()).isEqualTo(status);
        if (status < 400) {
            String[] ends =
                    part.equals("LAST2")
                            ? new String[] {Integer.toString(PNG.length - 2), "END"}
                            : part.split("-");
            int to = ends[1].equals("END") ? PNG.length : 1 + Integer.parseInt(ends[1]);
            assertThat(file.body())
                    .isEqualTo(java.util.Arrays.copyOfRange(PNG, Integer.parseInt(ends[0]), to));
        } else {
            assertThat(file.headers().firstValue("Content-Range"))
                    .contains("bytes */" + PNG.length);
        }
    }

    @Test
    void whatWasFoundIsShownAsMasksOverThePictureWithItsNumbers() throws Exception {
        String path = upload("cat.png", "image/png", PNG);
        JsonNode out =
                app.ok("/gradio_api/run/finder", "{\"data\": [{\"path\": \"%s\"}]}".formatted(path))
                        .at("/data/0");
        assertThat(fetch(out.at("/image/url").stringValue()).body()).isEqualTo(PNG);
        JsonNode cat = out.at("/annotations/0");
        assertThat(cat.path("label").stringValue()).isEqualTo("cat");
        assertThat(cat.path("score").doubleValue()).isEqualTo(0.75);
        assertThat(cat.path("width").doubleValue()).isEqualTo(2);
        Picture mask =
                PictureCodec.read(fetch(cat.at("/image/url").stringValue()).body(), "it", 100);
        int white = 0;
        for (int i = 0; i < 24; i++) {
            white += mask.sample(i % 6, i / 6, 0) == 255 ? 1 : 0;
        }
        assertThat(white).isEqualTo(4);
        assertThat(mask.sample(1, 1, 0)).isEqualTo(255);
        assertThat(mask.sample(2, 2, 0)).isEqualTo(255);
    }

    @Test
    void aFormWithoutFilesIsRefused() {
        assertThat(send(part("file", "a.png", "image/png", PNG)).statusCode()).isEqualTo(400);
        assertThat(app.post("/gradio_api/upload", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThat(
                        send(part("files", "a", "a/b", new byte[(int) Served.MAX_BODY + 1]))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatIsSentLiesWhereNobodyElseLooksAndGoesWithTheEndpoint() throws Exception {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> before = uploads(temp);
        try (GradioApp other = new GradioApp()) {
            assertThat(uploads(temp)).isEqualTo(before);
            other.served.send(form(other, List.of(part("files", "a.png", "image/png", PNG))));
            Set<Path> during = uploads(temp);
            during.removeAll(before);
            assertThat(during).hasSize(1);
            Path folder = during.iterator().next();
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------");
            }
        }
        assertThat(uploads(temp)).isEqualTo(before);
    }

    private static Set<Path> uploads(Path temp) throws Exception {
        try (Stream<Path> all = Files.list(temp)) {
            return all.filter(p -> p.getFileName().toString().startsWith("vitrine-uploads-"))
                    .collect(Collectors.toSet());
        }
    }

    private static JsonNode echo(String file) {
        return app.ok("/gradio_api/run/echo", "{\"data\": [%s]}".formatted(file)).at("/data/0");
    }

    private static HttpResponse<byte[]> fetch(String url, String... headers) {
        return app.served.send(
                HttpRequest.newBuilder(java.net.URI.create(url)),
                BodyHandlers.ofByteArray(),
                headers);
    }

    private static String upload(String name, String type, byte[] bytes) {
        HttpResponse<String> answer = send(part("files", name, type, bytes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body()).get(0).stringValue();
    }

    private static HttpResponse<String> send(byte[]... parts) {
        return app.served.send(form(app, List.of(parts)));
    }

    private static HttpRequest.Builder form(GradioApp to, List<byte[]> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach(body::writeBytes);
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return HttpRequest.newBuilder(to.served.uri("/gradio_api/upload"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static byte[] part(String field, String name, String type, byte[] bytes) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(field, name.replace("\\", "\\\\"), type))
                        .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(bytes);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }
}
