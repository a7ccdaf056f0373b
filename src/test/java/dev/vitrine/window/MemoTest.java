package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitrine.window.Remembered.Recent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MemoTest {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("data ü 日本").resolve("window.json");
    }

    @Test
    void whatIsRememberedIsReadBackAsItWas() {
        Remembered all =
                new Remembered(
                        new Place(-12.5, 30, 900, 700, true),
                        Theme.DARK,
                        folder.resolve("my \"model\" 日本.onnx").toString(),
                        List.of(new Recent(folder.resolve("a ü.onnx"), "A \"title\"")));
        new Memo(file()).change(r -> all);
        Memo again = new Memo(file());
        assertThat(again.read()).isEqualTo(all);
        assertThat(again.complaint()).isEmpty();
    }

    @Test
    void theFirstTimeThereIsNothingAndNothingToComplainAbout() {
        Memo memo = new Memo(file());
        assertThat(memo.read()).isEqualTo(Remembered.NOTHING);
        assertThat(memo.complaint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "no JSON", "{\"a\":1,\"a\":2}"})
    void aFileThatCannotBeReadIsToldInASentenceAndWrittenAnew(String content) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        Memo memo = new Memo(file());
        assertThat(memo.read()).isEqualTo(Remembered.NOTHING);
        assertThat(memo.complaint()).contains("window.json").endsWith(".");
        memo.change(r -> r.withModel("digits"));
        assertThat(new Memo(file()).read().model()).isEqualTo("digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "3",
                "{\"place\": 7, \"theme\": {}, \"model\": [], \"recent\": \"x\"}",
                "{\"place\": {\"x\": \"a\"}, \"recent\": [1, {}, {\"path\": \"relative\"}]}",
                "{\"place\": {\"x\": 1, \"y\": 1, \"width\": -5, \"height\": 1}}",
                "{\"recent\": [{\"path\": \"\\u0000\"}], \"unknown\": true}"
            })
    void whatMakesNoSenseInAFileIsLeftOut(String content) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        assertThat(new Memo(file()).read()).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoHindrance() throws Exception {
        Path readOnly = folder.resolve("file");
        Files.writeString(readOnly, "a file where a folder should be");
        Memo memo = new Memo(readOnly.resolve("window.json"));
        memo.change(r -> r.withModel("digits"));
        assertThat(memo.read()).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void aReadOnlyFolderIsNoHindrance() throws Exception {
        Files.createDirectories(file().getParent());
        assumeTrue(file().getParent().toFile().setWritable(false));
        new Memo(file()).change(r -> r.withModel("digits"));
        assertThat(file().getParent().toFile().setWritable(true)).isTrue();
    }

    @Test
    void manyAtOnceLoseNoFileAndLeaveNothingBehind() throws Exception {
        try (Stream<Integer> all = IntStream.range(0, 40).boxed()) {
            all.parallel().forEach(i -> new Memo(file()).change(r -> r.withModel("m" + i)));
        }
        Memo memo = new Memo(file());
        assertThat(memo.read().model()).startsWith("m");
        assertThat(memo.complaint()).isEmpty();
        try (Stream<Path> left = Files.list(file().getParent())) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void theListOfRecentModelsIsShortAndHasNoneTwice() {
        Remembered all = Remembered.NOTHING;
        for (int i = 0; i < 2 * Remembered.MOST; i++) {
            all = all.opened(new Recent(folder.resolve("m" + i), "M" + i));
        }
        assertThat(all.recent()).hasSize(Remembered.MOST);
        Recent third = all.recent().get(2);
        all = all.opened(third);
        assertThat(all.recent().getFirst()).isEqualTo(third);
        assertThat(all.recent()).hasSize(Remembered.MOST).doesNotHaveDuplicates();
        assertThat(all.without(third.path()).recent()).doesNotContain(third);
    }
}
