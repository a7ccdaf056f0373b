package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.FakeFaces.Said;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PortOptionsTest {
    private static final Picture DOT = Picture.of(1, 1, 1, new byte[] {7});

    @TempDir Path folder;

    @Property(tries = 300)
    void anyTextArrivesAsItWasTyped(@ForAll String text) {
        FakeFaces faces = echo(Port.of("text", "text"));

        Said said = faces.run("predict", "echo", "--json", "--text=" + text);

        assertThat(Json.MAPPER.readTree(said.out()).path("reply").stringValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-x",
                "--unknown",
                "@file",
                "'quoted'",
                "\"quoted\"",
                "a=b",
                "",
                " ",
                "---",
                "日本",
                "${home}",
                "%d",
                "a,b"
            })
    void aValueOfItsOwnArrivesAsItWasTyped(String text) {
        Said said = echo(Port.of("text", "text")).run("predict", "echo", "--text", text);

        assertThat(said).isEqualTo(new Said(0, "Reply: " + text + "\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "out",
                "example",
                "help",
                "debug",
                "input:0",
                "日本",
                "two words",
                "a=b",
                "input.text",
                "-",
                "x.y/z",
                "Text",
                "%d"
            })
    void everyInputHasANameWhateverItIsCalled(String name) {
        FakeFaces faces = echo(Port.of(name, "text"));

        assertThat(faces.run("predict", "echo", "--input." + name, "a").out())
                .isEqualTo("Reply: a\n");
        assertThat(faces.run("predict", "echo", "--help").out()).contains(name + "=STRING");
    }

    @Test
    void anInputCalledLikeAnotherOnesOptionKeepsItsOwn() {
        FakeFaces faces =
                new FakeFaces(
                        FakeFaces.model(
                                "pair",
                                List.of(Port.of("input.a", "text"), Port.of("a", "text")),
                                List.of(Port.of("reply", "text")),
                                v ->
                                        Values.of(
                                                "reply",
                                                v.get("input.a", String.class)
                                                        + v.get("a", String.class))));

        assertThat(faces.run("predict", "pair", "--input.input.a=1", "--input.a=2").out())
                .isEqualTo("Reply: 12\n");
    }

    @Test
    void helpSaysWhatTheSignatureSays() {
        Port port =
                Port.of("strength", "slider")
                        .withLabel("Strength of the effect")
                        .withHelp("How much, 100 % is all")
                        .withLimits(Limits.between(-1, 2.5).withStep(0.5))
                        .withDefault(0.5);

        String help = echo(port).run("predict", "echo", "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("--strength=NUMBER")
                .contains("Strength of the effect. How much, 100 % is all.")
                .contains("slider, from -1, to 2.5, in steps of 0.5")
                .contains("Default: 0.5.")
                .contains("--example", "--json", "--out")
                .doesNotContain("--input.");
    }

    @Test
    void helpDoesNotObeyWhatASignatureSays() {
        Port port =
                Port.of("text", "text").withHelp("@|bold \u001b[2J ${sys:user.home} %s %n\nnext");

        assertThat(echo(port).run("predict", "echo", "--help").out())
                .contains("@ |bold \uFFFD[2J ${sys:user.home} %s %n next");
    }

    @Test
    void aNumberOutOfRangeIsRefusedInTheKindsWords() {
        Port port = Port.of("x", "number").withLimits(Limits.between(0, 1));

        Said said = echo(port).run("predict", "echo", "--x", "-7");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo(Kinds.check(port, -7.0).getFirst().message() + "\n");
    }

    @Test
    void aFileIsReadWhereTheKindTakesFiles() throws Exception {
        Path file = folder.resolve("ü 日本.png");
        Files.write(file, PictureCodec.png(DOT));

        Said said = brighten().run("predict", "brighten", "--image", file.toString());

        assertThat(said).isEqualTo(new Said(0, "Image: picture, 1 × 1 pixels\n", ""));
    }

    @Test
    void aDataUriIsAValueOfItsOwn() {
        String uri = Kinds.encode(Port.of("image", "image"), DOT).stringValue();

        assertThat(brighten().run("predict", "brighten", "--image=" + uri).code()).isZero();
    }

    @Test
    void whatIsNoFileIsSaid() throws Exception {
        String missing = folder.resolve("missing.png").toString();
        Path text = Files.writeString(folder.resolve("text.png"), "hello");

        brighten().run("predict", "brighten", "--image", missing).assertWrong(missing);
        brighten().run("predict", "brighten", "--image", folder.toString()).assertWrong("folder");
        brighten().run("predict", "brighten", "--image", text.toString()).assertWrong("text.png");
    }

    @Test
    void mediaAreWrittenWhereAFolderIsNamedAndInputsStay() throws Exception {
        Path input = folder.resolve("image.png");
        byte[] before = PictureCodec.png(DOT);
        Files.write(input, before);

        Said said =
                brighten()
                        .run(
                                "predict",
                                "brighten",
                                "--image",
                                input.toString(),
                                "--json",
                                "--out",
                                folder.toString());

        Path written = folder.resolve("image-2.png");
        assertThat(said.code()).isZero();
        assertThat(Json.MAPPER.readTree(said.out()).path("image").stringValue())
                .isEqualTo(written.toString());
        assertThat(input).hasBinaryContent(before);
        assertThat(PictureCodec.read(Files.readAllBytes(written), "it", 10)).isEqualTo(DOT);
    }

    @Test
    void theFolderOfTheMediaIsMade() throws Exception {
        Path input = folder.resolve("in.png");
        Files.write(input, PictureCodec.png(DOT));
        Path out = folder.resolve("a").resolve("b");

        Said said =
                brighten()
                        .run(
                                "predict",
                                "brighten",
                                "--image",
                                input.toString(),
                                "--out",
                                out.toString());

        assertThat(said.out()).isEqualTo("Image: %s\n".formatted(out.resolve("image.png")));
        assertThat(out.resolve("image.png")).isNotEmptyFile();
    }

    /// A model whose one input comes out as its text.
    private static FakeFaces echo(Port port) {
        return new FakeFaces(
                FakeFaces.model(
                        "echo",
                        List.of(port),
                        List.of(Port.of("reply", "text")),
                        values -> Values.of("reply", values.find(port.name()).orElseThrow() + "")));
    }

    /// A model with a picture in and out.
    private static FakeFaces brighten() {
        Port port = Port.of("image", "image");
        return new FakeFaces(
                FakeFaces.model("brighten", List.of(port), List.of(port), values -> values));
    }
}
