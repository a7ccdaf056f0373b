package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Thumbnails;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What a page shows of the gallery's digits, which nothing here runs.
class ShowcaseApiTest {
    private static final Path DIGITS = Path.of(System.getProperty("basedir", ""), "models/digits");

    private static Catalog catalog;
    private static Runner runner;
    private static Endpoint endpoint;
    private static HttpClient client;

    @BeforeAll
    static void open() {
        catalog =
                new Catalog(
                        List.of(),
                        file -> {
                            throw new AssertionError("Nothing here opens " + file);
                        });
        catalog.open(DIGITS.toString());
        Port text = Port.of("text", "text");
        catalog.add(
                new FunctionModel(
                        "plain",
                        Served.signature("plain", List.of(text), List.of(text)),
                        (in, _) -> in));
        runner = new Runner(1);
        endpoint = Endpoint.start(catalog, runner, Endpoint.Options.STANDARD.withPort(0));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        client.close();
        endpoint.close();
        runner.close();
        catalog.close();
    }

    @Test
    void anExampleIsWhatPredictTakes() throws Exception {
        JsonNode two = Json.MAPPER.readTree(get("/models/digits/examples/2").body());
        assertThat(two.path("name").stringValue()).isEqualTo("two");
        String image = two.path("inputs").path("image").stringValue();
        assertThat(image).startsWith("data:image/png;base64,");
        Picture picture =
                new ImageKind().decode(Port.of("image", "image"), new Raw.Json(Json.of(image)));
        assertThat(picture.width()).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "two", "99999999999", "2.0", "%2e%2e"})
    void anExampleThatIsNotThereIsAnsweredWithASentence(String number) throws Exception {
        HttpResponse<byte[]> answer = bytes("/models/digits/examples/" + number);
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("detail");
    }

    @Test
    void picturesAreSmallAndSquare() throws Exception {
        for (String path :
                List.of("/models/digits/thumbnail", "/models/digits/examples/9/thumbnail")) {
            HttpResponse<byte[]> answer = bytes(path);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
            Picture picture =
                    new ImageKind()
                            .decode(
                                    Port.of("image", "image"),
                                    new Raw.Upload(answer.body(), null, "image/png"));
            assertThat(picture.width()).isEqualTo(picture.height());
            assertThat(picture.width()).isLessThanOrEqualTo(Thumbnails.SIDE);
        }
    }

    @Test
    void whatHasNoPictureIsNoError() throws Exception {
        assertThat(bytes("/models/plain/thumbnail").statusCode()).isEqualTo(204);
    }

    @Test
    void theCardIsTheModelsOwn() throws Exception {
        assertThat(get("/models/digits/card").body()).startsWith("# Digits").contains("## Use");
        assertThat(get("/models/plain/card").body()).isEmpty();
    }

    @Test
    void theCodeCallsTheAddressThatTheClientKnows() throws Exception {
        JsonNode snippets =
                Json.MAPPER.readTree(get("/models/digits/code").body()).path("snippets");
        assertThat(snippets.valueStream().map(one -> one.path("language").stringValue()))
                .contains("curl", "Python");
        String curl = snippets.path(0).path("code").stringValue();
        assertThat(curl)
                .contains(
                        "image=@examples/digit_0.png",
                        endpoint.address() + "/models/digits/predict");
        assertThat(get("/models/plain/code").body()).contains("/models/plain/predict");
    }

    @Test
    void aModelThatIsNotThereHasNothing() throws Exception {
        for (String path : List.of("thumbnail", "card", "code", "examples/1")) {
            assertThat(bytes("/models/none/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> bytes(String path)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray());
    }

    private static URI uri(String path) {
        return endpoint.address().resolve(path);
    }
}
