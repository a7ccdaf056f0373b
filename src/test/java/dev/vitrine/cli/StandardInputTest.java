package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.FakeFaces.Said;
import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `-` is what another program writes, for a text as for a file.
@Isolated("standard input is one for all")
class StandardInputTest {
    private static final Port WORDS = Port.of("words", "text");
    private static final Port OTHER = Port.of("other", "text").withDefault("");

    private final InputStream before = System.in;
    private final FakeFaces faces =
            new FakeFaces(
                    FakeFaces.model(
                            "echo",
                            List.of(WORDS, OTHER),
                            List.of(WORDS),
                            values -> Values.of("words", values.get("words", String.class))),
                    FakeFaces.model(
                            "look",
                            List.of(Port.of("image", "image")),
                            List.of(Port.of("image", "image")),
                            values -> values));

    @AfterEach
    void putBack() {
        System.setIn(before);
    }

    @Test
    void aTextOfFiveMegabytesThatNoCommandLineHolds() {
        String long5 = "Wörter, \ud83d\ude00 日本 שלום\r\n".repeat(200_000);
        pipe(("\ufeff" + long5).getBytes(StandardCharsets.UTF_8));
        Said said = faces.run("predict", "echo", "--words", "-", "--json");
        assertThat(said.err()).isEmpty();
        String words = Json.MAPPER.readTree(said.out()).path("words").stringValue();
        // not assertThat(...).isEqualTo, which would print both
        assertThat(words.equals(long5)).isTrue();
    }

    @Test
    void aPictureThatAnotherProgramWrites() throws Exception {
        pipe(Files.readAllBytes(Path.of("models/digits/examples/digit_3.png")));
        Said said = faces.run("predict", "look", "--image=-", "--json");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("data:image/png");
    }

    @Test
    void whatIsNoTextIsRefusedAsAFileWouldBe() {
        pipe(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Said said = faces.run("predict", "echo", "--words", "-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("UTF-8");
    }

    @Test
    void onlyOneInputCanComeThroughIt() {
        pipe(new byte[0]);
        Said said = faces.run("predict", "echo", "--words", "-", "--other", "-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'--words' and '--other' cannot both be '-'");
    }

    private static void pipe(byte[] bytes) {
        System.setIn(new ByteArrayInputStream(bytes));
    }
}
