package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitrine.describe.Call;
import dev.vitrine.describe.Language;
import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Samples;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The code that the window offers is run as a person would run it, against the real endpoint, and
/// prints what the command line answers.
class SnippetsTest {
    /// Characters that mean something in a shell, in a form field, in a format, in one of the
    /// languages, or that nobody sees.
    private static final String ODD =
            "it's \"quoted\" \\ `echo` $HOME ${x} %s %% #{y} <a> &amp; ;type=text/plain\n"
                    + "\"\"\"three\"\"\" '''three''' \\"
                    + "u0041 \\n ümläut 日本 🙂 "
                    + (char) 0x202e
                    + "right"
                    + (char) 0x2028
                    + "to left"
                    + (char) 7
                    + "\t\ttabs";

    /// Set where an interpreter that is not there is a failure.
    private static final String REQUIRED = "VITRINE_INTERPRETERS";

    /// Those that need nothing but what their users have anyway, and print the outputs by name; see
    /// [GradioSnippetsTest] for the others.
    private static final List<Language> LANGUAGES =
            List.of(Language.CURL, Language.PYTHON, Language.JAVASCRIPT, Language.JAVA);

    private static final Port TEXT = Port.of("text", "text");

    private static final Catalog CATALOG =
            new Catalog(List.of(Path.of("models")), new OnnxRuntime(), new HuggingFaceTokenizers());
    private static final Runner RUNNER = new Runner(2);
    private static Endpoint endpoint;

    @TempDir static Path temp;

    @BeforeAll
    static void start() {
        Port number = Port.of("a number", "number");
        Port tensor = Port.of("tensor", "tensor");
        Signature signature =
                new Signature(
                        "Odd",
                        "",
                        "other",
                        Map.of(),
                        List.of(TEXT, number, tensor),
                        List.of(TEXT, number, tensor),
                        List.of(),
                        false,
                        "",
                        "");
        CATALOG.add(new FunctionModel("odd", signature, (in, context) -> in));
        endpoint = Endpoint.start(CATALOG, RUNNER, Endpoint.Options.STANDARD.withPort(0));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
        RUNNER.close();
        CATALOG.close();
    }

    static Stream<Arguments> gallery() {
        return CATALOG.models().stream()
                .filter(model -> !model.signature().examples().isEmpty())
                .flatMap(model ->
                        LANGUAGES.stream().map(language -> Arguments.of(model.id(), language)));
    }

    @ParameterizedTest(name = "{1} calls {0}")
    @MethodSource("gallery")
    void theCodeOfAnExamplePrintsWhatTheCommandLineAnswers(String id, Language language)
            throws Exception {
        Model model = CATALOG.model(id);
        Example example = model.signature().examples().getFirst();
        Values inputs = Form.decode(model.signature(), model.read(example));
        String code =
                language.code(Call.of(model, endpoint.address(), inputs, Optional.of(example)));
        assertSame(run(language, code, Path.of("models", id)), commandLine(id));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void oddCharactersArriveAsTheyAre(Language language) throws Exception {
        Values inputs =
                Values.of("text", ODD)
                        .with("a number", -1.5e-3)
                        .with("tensor", Tensor.of(new float[] {1, 2.5f}, 1, 2));
        JsonNode answer = run(language, odd(inputs, language), temp);
        assertSame(answer, Form.encode(CATALOG.model("odd").signature().outputs(), inputs));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLargeTensorStandsInAFileBesideTheCode(Language language) throws Exception {
        Values inputs =
                Values.of("text", "@;\"%")
                        .with("a number", 3.0)
                        .with("tensor", Tensor.of(new float[5_000], 50, 100));
        Signature signature = CATALOG.model("odd").signature();
        JsonNode expected = Form.encode(signature.outputs(), inputs);
        Files.writeString(temp.resolve("tensor.json"), expected.get("tensor").toString());
        String code = odd(inputs, language);
        assertThat(code).hasSizeLessThan(2_000).contains("tensor.json");
        assertSame(run(language, code, temp), expected);
    }

    /// The same text in the place of every text that a demo of the gallery takes.
    @ParameterizedTest(name = "{1} calls {0}")
    @MethodSource("gallery")
    void oddTextsReachEveryDemoAsTheyAre(String id, Language language) throws Exception {
        Model model = CATALOG.model(id);
        Example example = model.signature().examples().getFirst();
        Values inputs = Form.decode(model.signature(), model.read(example));
        List<String> texts =
                model.signature().inputs().stream()
                        .filter(port -> port.kind().equals("text"))
                        .map(Port::name)
                        .toList();
        assumeFalse(texts.isEmpty(), "it takes no text");
        for (String text : texts) {
            inputs = inputs.with(text, ODD);
        }
        JsonNode expected =
                Form.encode(
                        model.signature().outputs(),
                        RUNNER.submit(model, inputs, Origin.HTTP).await());
        Call call = Call.of(model, endpoint.address(), inputs, Optional.of(example));
        assertSame(run(language, language.code(call), Path.of("models", id)), expected);
    }

    /// One input of each kind, and one that is left out.
    @ParameterizedTest
    @MethodSource("languages")
    void everyKindArrivesAsItIs(Language language) throws Exception {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Port> ports = new ArrayList<>();
        for (Kind<?> kind : Kinds.ALL) {
            Samples.Sample sample = Samples.plain(kind.id());
            Port like = sample.port();
            ports.add(
                    Port.of("of kind " + kind.id(), kind.id())
                            .withLimits(like.limits())
                            .withOptions(like.options()));
            values.put(ports.getLast().name(), sample.value());
        }
        Model model = passing("every kind", ports);
        Values inputs = new Values(values);
        Call call = Call.of(model, endpoint.address(), inputs, Optional.empty());
        for (Call.Input input : call.inputs()) {
            Port port = model.signature().input(input.port()).orElseThrow();
            Object value = inputs.find(port.name()).orElseThrow();
            if (input instanceof Call.Media(String name, String path, String head)) {
                Files.write(temp.resolve(path), Kinds.media(port, value).orElseThrow().bytes());
            } else if (input instanceof Call.JsonFile(String name, String path)) {
                Files.writeString(temp.resolve(path), Kinds.encode(port, value).toString());
            }
        }
        JsonNode expected = Form.encode(ports, inputs);
        assertSame(run(language, language.code(call), temp), expected);
    }

    /// A model that gives what it is given, and takes a text that nobody gives it.
    private static Model passing(String id, List<Port> ports) {
        List<Port> inputs = new ArrayList<>(ports);
        inputs.add(
                new Port(
                        "left out",
                        "text",
                        "Left out",
                        "",
                        false,
                        null,
                        Limits.NONE,
                        "",
                        false,
                        Map.of(),
                        null,
                        ""));
        Signature signature =
                new Signature(id, "", "other", Map.of(), inputs, ports, List.of(), false, "", "");
        Model model = new FunctionModel("every-kind", signature, (in, context) -> in);
        CATALOG.add(model);
        return model;
    }

    static Stream<Language> languages() {
        return LANGUAGES.stream();
    }

    private static String odd(Values inputs, Language language) {
        return language.code(
                Call.of(CATALOG.model("odd"), endpoint.address(), inputs, Optional.empty()));
    }

    /// JSON has one kind of number, and programs write 1.0 as 1.
    private static void assertSame(JsonNode answer, JsonNode expected) {
        boolean same =
                expected.equals(
                        (a, b) ->
                                a.isNumber() && b.isNumber()
                                        ? Double.compare(a.doubleValue(), b.doubleValue())
                                        : a.equals(b) ? 0 : 1,
                        answer);
        assertThat(same).as(() -> "%.800s\nis not\n%.800s".formatted(answer, expected)).isTrue();
    }

    private static JsonNode commandLine(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code =
                dev.vitrine.cli.Cli.run(
                        List.of("predict", "models/" + id, "--example", "1", "--json"),
                        new Vitrine.Composed(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        System.err);
        assertThat(code).isZero();
        return Json.MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
    }

    /// What a snippet prints when it is run in a folder.
    private static JsonNode run(Language language, String code, Path folder) throws Exception {
        Path script = temp.resolve(file(language));
        Files.writeString(script, code);
        List<String> command = new ArrayList<>(command(language));
        if (System.getenv(REQUIRED) == null) {
            assumeTrue(isThere(command.getFirst()), () -> command.getFirst() + " is not installed");
            assumeTrue(language != Language.PYTHON || hasRequests(), "requests is not installed");
        }
        command.add(script.toAbsolutePath().toString());
        Path output = temp.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as("%s\n%s", code, printed).isZero();
        return Json.MAPPER.readTree(printed);
    }

    private static String file(Language language) {
        return switch (language) {
            case CURL -> "call.sh";
            case PYTHON -> "call.py";
            case JAVASCRIPT -> "call.mjs";
            case JAVA -> "Predict.java";
            default -> throw new IllegalArgumentException(language.title());
        };
    }

    private static List<String> command(Language language) {
        return switch (language) {
            case CURL -> List.of("sh");
            case PYTHON -> List.of("python3");
            case JAVASCRIPT -> List.of("node");
            case JAVA ->
                    List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            default -> throw new IllegalArgumentException(language.title());
        };
    }

    private static boolean hasRequests() throws Exception {
        return new ProcessBuilder("python3", "-c", "import requests").start().waitFor() == 0;
    }

    private static boolean isThere(String program) throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        return program.contains("/")
                || Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
