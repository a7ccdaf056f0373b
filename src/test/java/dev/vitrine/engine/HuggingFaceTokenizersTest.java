package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.task.Tokenizer.Tokens;
import dev.vitrine.task.Tokenizer.Wanted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class HuggingFaceTokenizersTest {
    private static final Path WORDPIECE = Path.of("models", "meaning", "tokenizer.json");
    private static final Wanted AS_IT_SAYS = wanted(OptionalInt.empty(), false);

    @TempDir Path folder;

    /// The ids of the reference tokenizer that stand in the model's provenance.
    @ParameterizedTest
    @CsvSource({
        "How do I reset my password?, 101 2129 2079 1045 25141 2026 20786 1029 102",
        "A kitten naps on the couch., 101 1037 18401 18996 2015 2006 1996 6411 1012 102",
        "It is raining heavily., 101 2009 2003 24057 4600 1012 102",
        "'', 101 102"
    })
    void givesTheNumbersOfTheReference(String text, String ids) {
        try (Tokenizer tokenizer = open(AS_IT_SAYS)) {
            Tokens tokens = tokenizer.encode(text);
            assertThat(tokens.ids())
                    .containsExactly(
                            Arrays.stream(ids.split(" ")).mapToLong(Long::parseLong).toArray());
            assertThat(tokens.mask()).hasSameSizeAs(tokens.ids()).containsOnly(1);
            assertThat(tokens.types()).hasSameSizeAs(tokens.ids()).containsOnly(0);
        }
    }

    @Test
    void aLongTextIsCutAndKeepsWhatStandsAroundIt() {
        try (Tokenizer tokenizer = open(wanted(OptionalInt.of(8), false))) {
            long[] ids = tokenizer.encode("word ".repeat(1_000)).ids();
            assertThat(ids).hasSize(8).startsWith(101).endsWith(102);
        }
        try (Tokenizer tokenizer = open(AS_IT_SAYS)) {
            assertThat(tokenizer.encode("word ".repeat(1_000)).ids()).hasSize(128);
        }
    }

    @Test
    void aShortTextIsFilledUpWhereThatIsWanted() {
        try (Tokenizer tokenizer = open(wanted(OptionalInt.of(6), true))) {
            Tokens tokens = tokenizer.encode("word");
            assertThat(tokens.ids()).containsExactly(101, 2773, 102, 0, 0, 0);
            assertThat(tokens.mask()).containsExactly(1, 1, 1, 0, 0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d",
                "a\udc00b",
                "\u0000",
                "\u0000a\ud83d\ude00",
                "\n\t ",
                "مرحبا",
                "日本"
            })
    void anyTextHasTokens(String text) {
        try (Tokenizer tokenizer = open(AS_IT_SAYS)) {
            assertThat(tokenizer.encode(text).ids()).startsWith(101).endsWith(102);
        }
    }

    @Test
    void tokensKnowWhereTheyStandInCodePoints() {
        try (Tokenizer tokenizer = open(AS_IT_SAYS)) {
            Tokens tokens = tokenizer.encode("😀 日本 Café");
            int last = tokens.ids().length - 1;
            assertThat(tokens.starts()[0]).isEqualTo(tokens.ends()[0]);
            assertThat(tokens.starts()[last]).isEqualTo(tokens.ends()[last]);
            assertThat(tokens.ends()[last - 1]).isEqualTo(9);
            assertThat(tokens.starts()).contains(2, 3, 5);
        }
    }

    @Test
    void tokensBecomeTextAgain() {
        try (Tokenizer tokenizer = open(AS_IT_SAYS)) {
            long[] ids = tokenizer.encode("A kitten naps.").ids();
            assertThat(tokenizer.decode(ids)).isEqualTo("a kitten naps.");
            assertThat(tokenizer.decode()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"model\": 1}",
                "{\"model\": {\"type\": \"BPE\"}}",
                "\u0000"
            })
    void whatIsNoTokenizerIsRefusedInASentence(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), text);
        refuses(file);
    }

    @Test
    void aCutTokenizerAndAMissingOneAreRefusedInASentence() throws IOException {
        byte[] bytes = Files.readAllBytes(WORDPIECE);
        refuses(
                Files.write(
                        folder.resolve("tokenizer.json"), Arrays.copyOf(bytes, bytes.length / 2)));
        refuses(folder.resolve("none.json"));
    }

    @Test
    void aClosedTokenizerSaysSo() {
        Tokenizer tokenizer = open(AS_IT_SAYS);
        tokenizer.close();
        tokenizer.close();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tokenizer.encode("a"))
                .withMessage("The tokenizer 'tokenizer.json' is closed; open it again.");
    }

    @Test
    void manyThreadsShareOne() {
        try (Tokenizer tokenizer = open(AS_IT_SAYS)) {
            List<Integer> lengths =
                    IntStream.range(0, 500)
                            .parallel()
                            .mapToObj(i ->
                                    tokenizer.encode("word ".repeat(i % 50)).ids().length - i % 50)
                            .distinct()
                            .toList();
            assertThat(lengths).containsExactly(2);
        }
    }

    @Test
    void whatItCopiesStaysInTheFolderForThatAndNothingIsSaid()
            throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path cache = folder.resolve("cache");
        File said = folder.resolve("said").toFile();
        ProcessBuilder child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.home=" + home,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Encodes.class.getName(),
                                WORDPIECE.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said);
        child.environment().put("XDG_CACHE_HOME", cache.toAbsolutePath().toString());
        List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR").forEach(child.environment()::remove);

        int exit = child.start().waitFor();

        assertThat(said).hasContent("3 tokens");
        assertThat(exit).isZero();
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left).containsExactly(home);
        }
    }

    /// What the child process does.
    static final class Encodes {
        private Encodes() {}

        public static void main(String[] args) {
            try (Tokenizer tokenizer =
                    new HuggingFaceTokenizers().open(Path.of(args[0]), AS_IT_SAYS)) {
                System.out.println(tokenizer.encode("word").ids().length + " tokens");
            }
        }
    }

    private static void refuses(Path file) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new HuggingFaceTokenizers().open(file, AS_IT_SAYS).close())
                .withMessageContaining(file.toString())
                .withMessageContaining("put Hugging Face's tokenizer.json of this model there")
                .matches(e -> e.fault() == ProblemException.Fault.MODEL);
    }

    private static Tokenizer open(Wanted wanted) {
        return new HuggingFaceTokenizers().open(WORDPIECE, wanted);
    }

    private static Wanted wanted(OptionalInt maxLength, boolean padded) {
        return new Wanted("tokenizer.json", maxLength, padded);
    }
}
