package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.cli.Cli;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.table.Table;
import dev.vitrine.model.Model;
import dev.vitrine.model.SignatureYaml;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Timeout(60)
class DemoTest {
    private static final Demo GREETER =
            Demo.of("Greeter")
                    .summary("Greets whoever is named.")
                    .input(Port.of("name", "text").withLabel("Your name"))
                    .input(
                            Port.of("times", "number")
                                    .withDefault(1)
                                    .withLimits(Limits.between(1, 5).withStep(1)))
                    .output("greeting", "text")
                    .output("length", "number")
                    .example("Ada", Map.of("name", "Ada"), Map.of("greeting", "Hello Ada"))
                    .run(in -> {
                        String greeting =
                                ("Hello " + in.text("name") + " ")
                                        .repeat((int) in.number("times"))
                                        .strip();
                        return Map.of("greeting", greeting, "length", greeting.length());
                    });

    private final Runner runner = new Runner(2);

    @TempDir Path folder;

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aFunctionAnswersOnTheCommandLineWithoutNamingTheModel() throws IOException {
        Said said = run(GREETER, "predict", "--name", "Ada ü 日本", "--times", "2", "--json");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(Json.MAPPER.readTree(said.out()))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                "{\"greeting\": \"Hello Ada ü 日本 Hello Ada ü 日本\", \"length\":"
                                        + " 29}"));
    }

    @Test
    void everyCommandKnowsTheOneModel() {
        assertThat(run(GREETER, "predict", "greeter", "--name", "Bob").out())
                .contains("Greeting: Hello Bob");
        assertThat(run(GREETER, "predict", "--help").out()).contains("--name", "--times");
        assertThat(run(GREETER, "describe").out())
                .contains("Greeter (greeter)", "name: ", "times: ");
        assertThat(run(GREETER, "check"))
                .isEqualTo(new Said(0, "✓ 1 Ada\ngreeter: all 1 examples are as expected.\n", ""));
        assertThat(run(GREETER, "--help").out()).contains("predict", "serve", "shot");
        assertThat(run(GREETER, "predict", "--times", "9", "--name", "x"))
                .isEqualTo(new Said(2, "", "'Times' is 9; give a whole number from 1 to 5.\n"));
        assertThat(run(GREETER, "predct").err()).contains("one argument too many");
        assertThat(
                        run(
                                        GREETER,
                                        "shot",
                                        "--example",
                                        "1",
                                        "--out",
                                        folder.resolve("a.png").toString())
                                .code())
                .isZero();
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
    }

    @Test
    void aSecretReachesTheFunctionAndStaysInNoRun() {
        Demo door =
                Demo.of("Door")
                        .input(
                                Port.of("key", "text")
                                        .withLimits(Limits.NONE.withPattern("[a-z]+"))
                                        .withOptions(
                                                Map.of(
                                                        "secret",
                                                        true,
                                                        "patternHelp",
                                                        "Write small letters only.")))
                        .output("length", "number")
                        .run(in -> Map.of("length", in.text("key").length()));

        assertThat(run(door, "predict", "--key", "HUNTER2"))
                .isEqualTo(new Said(2, "", "Write small letters only.\n"));
        assertThat(run(door, "predict", "--help").out())
                .contains("Write small letters only.")
                .doesNotContain("[a-z]+");
        Run run = runner.submit(door.model(), Values.of("key", "open"), Origin.COMMAND_LINE);
        assertThat(run.await().find("length")).contains(4.0);
        assertThat(run.inputs()).isEqualTo(Values.NONE);
        assertThat(runner.history().runs().getFirst().inputs()).isEqualTo(Values.NONE);
    }

    @Test
    void itsSignatureIsOneThatAFileCouldHold() {
        Model model = GREETER.model();
        String yaml = SignatureYaml.write(model.signature());
        assertThat(SignatureYaml.read(yaml, "greeter", folder))
                .hasToString(model.signature().toString());
    }

    @Test
    void ofWhatIsDeclaredWrongEachIsASentence() {
        Draft text = Demo.of("Text").input("a", "text").output("b", "text");
        assertRefused(Demo.of(" ").output("b", "text"), "needs a title");
        assertRefused(
                Demo.of("A").input("a", "txt").output("b", "text"),
                "'a' is of kind 'txt'",
                "use image");
        assertRefused(
                Demo.of("A").input("a", "text").input("a", "image").output("b", "text"),
                "more than one input 'a'");
        assertRefused(
                Demo.of("A").output("b", "text").output("b", "text"), "more than one output 'b'");
        assertRefused(Demo.of("A").input("a", "text"), "name at least 1");
        assertRefused(Demo.of("A").input("", "text").output("b", "text"), "name of ASCII letters");
        assertRefused(
                Demo.of("A").input("größe", "text").output("b", "text"), "name of ASCII letters");
        assertRefused(
                Demo.of("A")
                        .input(
                                Port.of("n", "number")
                                        .withLimits(Limits.between(0, 1))
                                        .withDefault(7))
                        .output("b", "text"),
                "default does not fit",
                "'N' is 7");
        assertRefused(
                Demo.of("A")
                        .input(Port.of("n", "text").withLimits(Limits.NONE.withMaxPixels(4)))
                        .output("b", "text"),
                "'maxPixels' is no word of an input of kind text");
        assertRefused(Demo.of("A").input(Port.of("n", "slider")).output("b", "text"), "'n'", "max");
        assertRefused(text.example("x", Map.of("a", "b", "c", "d")), "names the input 'c'");
        assertRefused(
                Demo.of("A")
                        .input("i", "image")
                        .output("b", "text")
                        .example("x", Map.of("i", folder.resolve("none.png"))),
                "none.png",
                "check its path");
    }

    @Test
    void anExampleMayBeAFileOrAValueOfTheKind() throws IOException {
        Picture dot = Picture.of(1, 2, 1, new byte[] {1, 2});
        Path file = Files.write(folder.resolve("ü 日本.png"), PictureCodec.png(dot));
        Demo demo =
                Demo.of("Height")
                        .input("image", "image")
                        .output("height", "number")
                        .example("file", Map.of("image", file), Map.of("height", 2))
                        .example("picture", Map.of("image", dot), Map.of("height", 2))
                        .run(in -> Map.of("height", in.image("image").height()));

        assertThat(run(demo, "check").out()).contains("all 2 examples are as expected");
    }

    @Test
    void anExampleOfPicturesMayBeAListOfFiles() throws IOException {
        Picture dot = Picture.of(1, 2, 1, new byte[] {1, 2});
        Path one = Files.write(folder.resolve("ü 1.png"), PictureCodec.png(dot));
        Path two = Files.write(folder.resolve("b.png"), PictureCodec.png(dot));
        Demo demo =
                Demo.of("Count")
                        .input("album", "gallery")
                        .output("names", "text")
                        .example(
                                "two",
                                Map.of("album", List.of(one, two)),
                                Map.of("names", "ü 1.png, b.png"))
                        .run(in -> Map.of("names", names(in.get("album", Gallery.class))));

        assertThat(run(demo, "check").out()).contains("as expected");
    }

    private static String names(Gallery album) {
        return album.items().stream().map(Gallery.Item::caption).collect(Collectors.joining(", "));
    }

    @Test
    void anExampleMayBeAsLargeAsATableIs() {
        List<List<Object>> rows = Collections.nCopies(100_000, List.of("a", 1L, 2.5));
        Demo demo =
                Demo.of("Rows")
                        .input("rows", "table")
                        .output("count", "number")
                        .example(
                                "many",
                                Map.of("rows", new Table(List.of("x", "y", "z"), rows)),
                                Map.of("count", 100_000))
                        .run(in -> Map.of("count", in.get("rows", Table.class).rows().size()));

        assertThat(run(demo, "check").out()).contains("as expected");
    }

    @Test
    void aTitleOfAnyScriptGivesAnIdThatACommandLineTakes() {
        assertThat(
                        Stream.of("日本", "Größe", "-x", "My Demo.onnx", "Rock & Roll")
                                .map(title ->
                                        Demo.of(title)
                                                .output("a", "text")
                                                .run(in -> Map.of("a", "b"))
                                                .model()
                                                .id()))
                .containsExactly("demo", "gr--e", "x", "my-demo", "rock---roll");
    }

    @Test
    void aLongFunctionSpeaksAndIsToldToStop() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        Demo counter =
                Demo.of("Counter")
                        .input("to", "number")
                        .output("count", "number")
                        .run((in, context) -> {
                            for (int i = 0; i < in.number("to"); i++) {
                                context.progress(i / in.number("to"), "at " + i);
                                context.show("count", i);
                                shown.countDown();
                                while (!context.isStopped()) {
                                    Thread.onSpinWait();
                                }
                                context.check();
                            }
                            return Map.of("count", -1);
                        });
        Run run = runner.submit(counter.model(), Values.of("to", 10.0), Origin.WINDOW);
        shown.await();
        assertThat(run.progress().message()).isEqualTo("at 0");
        assertThat(run.partial()).contains(Values.of("count", 0.0));
        run.stop();
        assertThatExceptionOfType(dev.vitrine.tensor.StoppedException.class).isThrownBy(run::await);
        assertThat(run.state()).isEqualTo(Run.State.STOPPED);
    }

    @Test
    void aStreamIsShownElementByElementAndItsLastIsTheResult() {
        AtomicBoolean closed = new AtomicBoolean();
        CountDownLatch watched = new CountDownLatch(1);
        Demo demo =
                Demo.of("Words").input("text", "text").output("so_far", "text").stream(in -> {
                    watched.await();
                    return Stream.iterate(1, i -> i <= in.text("text").length(), i -> i + 1)
                            .map(i -> Map.of("so_far", in.text("text").substring(0, i)))
                            .onClose(() -> closed.set(true));
                });
        List<String> seen = new CopyOnWriteArrayList<>();
        Run run = runner.submit(demo.model(), Values.of("text", "abc"), Origin.WINDOW);
        run.watch(r -> r.partial().ifPresent(v -> seen.add(v.get("so_far", String.class))));
        watched.countDown();

        assertThat(run.await()).isEqualTo(Values.of("so_far", "abc"));
        assertThat(seen).startsWith("a", "ab", "abc");
        assertThat(closed).isTrue();
    }

    private void assertRefused(Draft draft, String... words) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> draft.run(in -> Map.of()))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(ProblemException.Fault.MODEL))
                .satisfies(e -> assertThat(e.problems()).hasSize(1))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    record Said(int code, String out, String err) {}

    static Said run(Demo demo, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Cli.run(
                        Cli.withModel(demo.model().id(), List.of(arguments)),
                        demo.faces(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
