package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.cli.Cli;
import dev.vitrine.describe.Description;
import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Comparison;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.SignatureYaml;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.run.SelfTest;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every model of the gallery, from its folder through the engine to each of its faces.
class GalleryTest {
    private static final Path GALLERY = Path.of("models");
    private static final Catalog CATALOG =
            new Catalog(List.of(GALLERY), new OnnxRuntime(), new HuggingFaceTokenizers());
    private static final Runner RUNNER = new Runner(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----between-two-parts";

    private static Endpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = Endpoint.start(CATALOG, RUNNER, Endpoint.Options.STANDARD.withPort(0));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        endpoint.close();
        RUNNER.close();
        CATALOG.close();
    }

    static Stream<String> gallery() throws IOException {
        try (Stream<Path> folders = Files.list(GALLERY)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<Arguments> examples() throws IOException {
        return gallery()
                .flatMap(id ->
                        IntStream.rangeClosed(1, CATALOG.model(id).signature().examples().size())
                                .mapToObj(number -> Arguments.of(id, number)));
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void everyExampleGivesWhatItsSignatureExpects(String id) {
        List<SelfTest.Result> results = SelfTest.run(RUNNER, CATALOG.model(id));
        assertThat(results)
                .isNotEmpty()
                .allMatch(SelfTest.Result::compared)
                .allMatch(SelfTest.Result::passed);
    }

    @ParameterizedTest(name = "{0}, example {1}")
    @MethodSource("examples")
    void everyExampleGetsOneAnswerOnEveryFace(String id, int number) throws Exception {
        Model model = CATALOG.model(id);
        Example example = model.signature().examples().get(number - 1);
        Values inputs = Form.decode(model.signature(), model.read(example));
        JsonNode json = Form.encode(model.signature().inputs(), inputs);

        JsonNode commandLine =
                Json.MAPPER.readTree(
                        said(
                                "predict",
                                "models/" + id,
                                "--example",
                                Integer.toString(number),
                                "--json"));
        JsonNode overJson =
                answer(id, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode overForm =
                answer(id, "multipart/form-data; boundary=" + BOUNDARY, form(model, inputs));

        assertAlike(overJson, commandLine);
        assertAlike(overForm, commandLine);
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void outputsAreReadBackFromTheirJson(String id) {
        Model model = CATALOG.model(id);
        Example example = model.signature().examples().getFirst();
        var inputs = Form.decode(model.signature(), model.read(example));
        var outputs = RUNNER.submit(model, inputs, Origin.HTTP).await();
        model.signature()
                .outputs()
                .forEach(port -> {
                    var kind = Kinds.of(port);
                    var json = Kinds.encode(port, outputs.find(port.name()).orElseThrow());
                    assertThat(kind.decode(port, new Raw.Json(json)))
                            .isEqualTo(outputs.find(port.name()).orElseThrow());
                });
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void itsSignatureAndItsDescriptionAreValid(String id) throws IOException {
        Object written =
                new Load(LoadSettings.builder().build())
                        .loadFromString(
                                Files.readString(GALLERY.resolve(id).resolve("signature.yaml")));
        assertThat(schema(SignatureYaml.schema()).validate(Json.of(written))).isEmpty();

        JsonNode described = Json.MAPPER.readTree(said("describe", "models/" + id, "--json"));
        assertThat(described.toString()).isEqualTo(Description.json(CATALOG.model(id)).toString());
        JsonNode inputs = described.path("inputs");
        for (Example example : CATALOG.model(id).signature().examples()) {
            Model model = CATALOG.model(id);
            Values values = Form.decode(model.signature(), model.read(example));
            for (Port port : model.signature().inputs()) {
                assertThat(inputs.toString()).contains(port.name());
                values.find(port.name())
                        .ifPresent(value ->
                                assertThat(
                                                schema(Kinds.of(port).schema(port))
                                                        .validate(Kinds.encode(port, value)))
                                        .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void hasACardALicenceAndWhereItComesFrom(String id) throws IOException {
        Model model = CATALOG.model(id);
        Path folder = GALLERY.resolve(id);
        assertThat(model.about().card())
                .startsWith("# " + model.signature().title())
                .contains("\n## Use\n");
        assertThat(model.about().card().lines().filter(line -> line.startsWith("## ")))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(model.signature().licence()).isNotEmpty();
        assertThat(folder.resolve("LICENSE.txt")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("PROVENANCE.md"))).contains("sha256");
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void hasASmallSquareThumbnailAndTheCommandThatMadeIt(String id) throws IOException {
        Path folder = GALLERY.resolve(id);
        byte[] png = Files.readAllBytes(folder.resolve("thumbnail.png"));
        assertThat(png).hasSizeLessThan(60_000);
        Picture picture =
                new ImageKind()
                        .decode(
                                Port.of("thumbnail", "image"),
                                new Raw.Upload(png, "thumbnail.png", "image/png"));
        assertThat(picture.width()).isEqualTo(picture.height()).isGreaterThanOrEqualTo(112);
        assertThat(Files.readString(folder.resolve("PROVENANCE.md")))
                .contains("./vitrine shot models/" + id)
                .contains("--out models/%s/thumbnail.png".formatted(id));
    }

    @ParameterizedTest
    @CsvSource({
        "language, language, English French German Japanese Russian Italian Spanish Turkish",
        "penguins, species, Adelie Adelie Chinstrap Chinstrap Gentoo Gentoo"
    })
    void eachExampleIsNamedRightly(String id, String output, String names) {
        Model model = CATALOG.model(id);
        List<String> named =
                model.signature().examples().stream()
                        .map(example -> Form.decode(model.signature(), model.read(example)))
                        .map(inputs -> RUNNER.submit(model, inputs, Origin.HTTP).await())
                        .map(outputs ->
                                Form.encode(model.signature().outputs(), outputs)
                                        .path(output)
                                        .path("label")
                                        .asString())
                        .toList();
        assertThat(named).containsExactly(names.split(" "));
    }

    private static JsonNode answer(String id, String type, byte[] body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                endpoint.address().resolve("/models/%s/predict".formatted(id)))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        var response = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }

    /// A form as browsers and curl send it, a medium as a file.
    private static byte[] form(Model model, Values inputs) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Port port : model.signature().inputs()) {
            Object value = inputs.find(port.name()).orElse(null);
            if (value == null) {
                continue;
            }
            Optional<Media> media = Kinds.media(port, value);
            String file =
                    media.map(m ->
                                    "; filename=\"x.%s\"\r\nContent-Type: %s"
                                            .formatted(m.extension(), m.mediaType()))
                            .orElse("");
            JsonNode json = Kinds.encode(port, value);
            String text = json.isString() ? json.stringValue() : json.toString();
            body.writeBytes(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                            .formatted(BOUNDARY, port.name(), file)
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(
                    media.map(Media::bytes).orElseGet(() -> text.getBytes(StandardCharsets.UTF_8)));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String said(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Cli.run(
                        List.of(arguments),
                        new Vitrine.Composed(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertAlike(JsonNode given, JsonNode expected) {
        assertThat(Comparison.differs("", expected, given, 1e-6)).isEmpty();
        assertThat(Comparison.differs("", given, expected, 1e-6)).isEmpty();
    }

    private static Schema schema(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
