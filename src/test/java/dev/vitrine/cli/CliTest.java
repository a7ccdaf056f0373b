package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.FakeFaces.Said;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.StoppedException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class CliTest {
    private static final Model ECHO =
            FakeFaces.model(
                    "echo",
                    List.of(Port.of("text", "text")),
                    List.of(Port.of("reply", "text").withLabel("Reply")),
                    values -> Values.of("reply", values.get("text", String.class)),
                    new Example("hello", Map.of("text", "hello"), Map.of("reply", "hello"), 0),
                    new Example("other", Map.of("text", "a"), Map.of("reply", "b"), 0),
                    new Example("free", Map.of("text", "c"), Map.of(), 0));

    private final FakeFaces faces = new FakeFaces(ECHO);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpIsAnAnswer(String option) {
        Said said = faces.run(option);

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        Cli.COMMANDS.forEach(c -> assertThat(said.out()).contains(c.name()).contains(c.summary()));
        assertThat(faces.asked).isEmpty();
    }

    @Test
    void everyCommandHasHelpThatTouchesNoModel() {
        for (Command command : Cli.COMMANDS) {
            Said said = faces.run(command.name(), "--help");

            assertThat(said.code()).isZero();
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).startsWith("Usage: vitrine " + command.name());
            assertThat(said.out()).contains(command.summary());
        }
        assertThat(faces.asked).isEmpty();
    }

    @Test
    void noArgumentsShowTheGallery() {
        assertThat(faces.run().code()).isZero();
        assertThat(faces.asked).contains("window gallery");
    }

    @Test
    void aModelAloneShowsItsWindow() {
        assertThat(faces.run("echo").code()).isZero();
        assertThat(faces.asked).contains("window echo");
    }

    @Test
    void aFileIsShownWhateverItHolds() throws Exception {
        Path file = Files.writeString(folder.resolve("ü 日本.onnx"), "no model");

        assertThat(faces.run(file.toString()).code()).isZero();
        assertThat(faces.asked).contains("window " + file);
    }

    @Test
    void withoutADisplayOneSentenceNamesWhatWorks() {
        faces.display = false;

        Said said = faces.run("echo");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains("shot", "serve", "predict");
        assertThat(faces.asked).doesNotContain("window echo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-here", "--jsn", "predct"})
    void theDisplayIsLookedAtAfterTheArguments(String argument) {
        faces.display = false;

        faces.run(argument).assertWrong(argument);
    }

    @ParameterizedTest
    @CsvSource({"predct, predict", "serv, serve", "chekc, check", "Shot, shot"})
    void aCommandWithASlipIsRecognised(String typed, String meant) {
        faces.run(typed, "echo", "--json").assertWrong("vitrine " + meant);
    }

    @Test
    void anOptionWithASlipIsRecognised() {
        faces.run("predict", "echo", "--jsno").assertWrong("'--json'");
        faces.run("predict", "echo", "--txet", "a").assertWrong("'--text'");
        faces.run("serve", "echo", "--prot=1").assertWrong("'--port'");
    }

    @Test
    void anOptionLikeNoOtherPointsToTheHelp() {
        faces.run("predict", "echo", "--zzz", "a").assertWrong("vitrine predict echo --help");
    }

    @Test
    void oneArgumentTooManyIsNamed() {
        faces.run("predict", "echo", "again").assertWrong("'again'");
        faces.run("echo", "again").assertWrong("'again'");
        faces.run("describe", "echo", "again").assertWrong("'again'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "serve", "describe", "check"})
    void aForgottenModelIsAskedFor(String command) {
        faces.run(command, "--out=x").assertWrong(command.equals("predict") ? "MODEL" : "");
        faces.run(command).assertWrong("MODEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "serve", "shot", "describe", "check"})
    void aModelThatIsNotThereIsWrong(String command) {
        List<String> out = command.equals("shot") ? List.of("--out", "x.png") : List.of();
        String[] arguments =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(command, "nothing"), out.stream())
                        .toArray(String[]::new);

        faces.run(arguments).assertWrong("nothing");
    }

    @Test
    void eachOutputIsALine() {
        Said said = faces.run("predict", "echo", "--text", "good day");

        assertThat(said).isEqualTo(new Said(0, "Reply: good day\n", ""));
    }

    @Test
    void jsonIsOneObjectAndALineBreak() {
        Said said = faces.run("predict", "--json", "echo", "--text", "good day");

        assertThat(said).isEqualTo(new Said(0, "{\"reply\":\"good day\"}\n", ""));
    }

    @Test
    void anExampleFillsTheInputsThatAreNotGiven() {
        assertThat(faces.run("predict", "echo", "--example", "1").out())
                .isEqualTo("Reply: hello\n");
        assertThat(faces.run("predict", "echo", "--example=1", "--text=x").out())
                .isEqualTo("Reply: x\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "-1", "two", ""})
    void anExampleThatIsNotThereIsWrong(String number) {
        faces.run("predict", "echo", "--example", number).assertWrong("xample");
    }

    @Test
    void aMissingInputIsSaidAsOnEveryFace() {
        faces.run("predict", "echo").assertWrong("'Text' is missing");
    }

    @Test
    void aValueThatLooksLikeAnOptionIsAForgottenValue() {
        faces.run("predict", "echo", "--text", "--json").assertWrong("'--text' needs a value");
        faces.run("predict", "echo", "--text").assertWrong("'--text' needs a value");
        assertThat(faces.run("predict", "echo", "--text=--json").out())
                .isEqualTo("Reply: --json\n");
    }

    @Test
    void aFlagTakesNoValue() {
        faces.run("predict", "echo", "--json=yes").assertWrong("'--json' takes no value");
    }

    @Test
    void twiceIsOnceTooOften() {
        faces.run("predict", "echo", "--text=a", "--text=b").assertWrong("'--text'");
        faces.run("predict", "echo", "--text=a", "--input.text=b").assertWrong("same input");
    }

    @Test
    void whatAModelThrowsIsOneSentenceAndNoAnswer() {
        Said said = throwing(new IllegalStateException("the well is dry")).run("predict", "m");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains("the well is dry");
    }

    @Test
    void onlyDebugShowsWhere() {
        FakeFaces failing = throwing(new IllegalStateException("the well is dry"));

        assertThat(failing.run("predict", "m", "--debug").err()).contains("\tat ", "CliTest");
        assertThat(failing.run("--debug", "predict", "m").err()).contains("\tat ", "CliTest");
        assertThat(failing.run("predict", "m").err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasItsExitCode(Fault fault) {
        Said said =
                throwing(new ProblemException(fault, Problem.of("x", "Mend it.")))
                        .run("predict", "m");

        assertThat(said.code())
                .isEqualTo(
                        switch (fault) {
                            case INPUT, ABSENT, TOO_LARGE -> 2;
                            case MODEL, RUN, BUSY, SYSTEM -> 1;
                        });
        assertThat(said.err()).isEqualTo("Mend it.\n");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aStoppedRunIsNotDone() {
        assertThat(throwing(new StoppedException()).run("predict", "m").code()).isEqualTo(1);
    }

    @Test
    void aTerminalIsNotMovedByWhatAModelSays() {
        Said said = faces.run("predict", "echo", "--text", "a\u001b[2Jb\u0007\nc");

        assertThat(said.out()).isEqualTo("Reply: a\uFFFD[2Jb\uFFFD\nc\n");
    }

    @Test
    void checkSaysHowEachExampleWent() {
        Said said = faces.run("check", "echo");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("✓ 1 hello"),
                        line -> assertThat(line).startsWith("✗ 2 other: reply"),
                        line -> assertThat(line).startsWith("✓ 3 free: "),
                        line -> assertThat(line).contains("echo", "1 of 3"));
    }

    @Test
    void checkGoesOnAfterAModelThatCannotBeRead() {
        Said said = faces.run("check", "nothing", "echo");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("nothing");
        assertThat(said.out()).contains("✓ 1 hello");
    }

    @Test
    void describePrintsWhatTheEndpointSays() {
        Said said = faces.run("describe", "echo", "--json");

        assertThat(said.code()).isZero();
        assertThat(dev.vitrine.kind.Json.MAPPER.readTree(said.out()))
                .isEqualTo(dev.vitrine.describe.Description.json(ECHO));
        assertThat(faces.run("describe", "echo").out()).contains("Echo (echo)", "text", "reply");
    }

    @Test
    void shotHandsOverWhatIsWanted() throws Exception {
        Path file = folder.resolve("new").resolve("x.png");

        Said said =
                faces.run(
                        "shot",
                        "echo",
                        "--example",
                        "2",
                        "--theme",
                        "dark",
                        "--size",
                        "800x600",
                        "--scale",
                        "1.5",
                        "--out",
                        file.toString());

        assertThat(said).isEqualTo(new Said(0, "", ""));
        assertThat(file).hasBinaryContent(FakeFaces.PNG);
        assertThat(faces.asked.getLast())
                .contains("echo", "width=800", "height=600", "1.5", "dark=true", "OptionalInt[2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--size=800",
                "--size=0x5",
                "--size=ax5",
                "--scale=0",
                "--scale=NaN",
                "--scale=-1",
                "--theme=blue",
                "--example=0",
                "--size=100000x5"
            })
    void shotRefusesWhatCannotBeDrawn(String option) {
        Path file = folder.resolve("x.png");

        faces.run("shot", "echo", "--out", file.toString(), option).assertWrong("");
        assertThat(file).doesNotExist();
    }

    @Test
    void shotWithoutAModelIsOfAllOfThem() throws Exception {
        Path file = folder.resolve("all.png");
        assertThat(faces.run("shot", "--theme", "dark", "--out", file.toString()))
                .isEqualTo(new Said(0, "", ""));
        assertThat(file).hasBinaryContent(FakeFaces.PNG);
        assertThat(faces.asked.getLast()).contains("gallery", "dark=true");
        faces.run("shot", "--example=1", "--out", file.toString())
                .assertWrong("'--example' and '--only' are of a model; name one.");
    }

    @Test
    void aPictureThatCannotBeWrittenIsTheMachinesFault() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        Said said = faces.run("shot", "echo", "--out", file.resolve("x.png").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines()).hasSize(1);
    }

    @Test
    void serveSaysWhereAndEndsCleanly() throws Exception {
        AtomicReference<Said> said = new AtomicReference<>();
        Thread serving = Thread.ofPlatform().start(() -> said.set(faces.run("serve", "echo")));
        faces.serving.await();
        serving.interrupt();
        serving.join();

        assertThat(said.get().code()).isZero();
        assertThat(said.get().out()).isEmpty();
        assertThat(said.get().err()).contains("http://127.0.0.1:7860");
        assertThat(faces.asked).endsWith("closed");
    }

    @Test
    void serveSharesWhereItIsAskedTo() throws Exception {
        AtomicReference<Said> said = new AtomicReference<>();
        Thread serving =
                Thread.ofPlatform()
                        .start(() ->
                                said.set(
                                        faces.run(
                                                "serve",
                                                "echo",
                                                "--host",
                                                "192.0.2.7",
                                                "--token",
                                                "sesame-sesame")));
        while (!faces.asked.contains("share 192.0.2.7 sesame-sesame")) {
            Thread.sleep(5);
        }
        serving.interrupt();
        serving.join();

        assertThat(said.get().err()).contains("http://192.0.2.7:7860/?token=sesame-sesame");
    }

    @Test
    void nothingIsServedWhereItCannotBeShared() {
        Said said = faces.run("serve", "echo", "--host", "nowhere");

        assertThat(said.err()).contains("Give an address.").doesNotContain("Serving on");
        assertThat(faces.asked).endsWith("closed");
    }

    @Test
    void aTokenIsForOthers() {
        faces.run("serve", "echo", "--token", "sesame-sesame").assertWrong("--host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"70000", "-1", "http", "7860.5"})
    void aPortIsAWholeNumber(String port) {
        faces.run("serve", "echo", "--port", port).assertWrong(port);
    }

    private static FakeFaces throwing(RuntimeException thrown) {
        return new FakeFaces(
                FakeFaces.model(
                        "m",
                        List.of(),
                        List.of(Port.of("reply", "text")),
                        _ -> {
                            throw thrown;
                        }));
    }
}
