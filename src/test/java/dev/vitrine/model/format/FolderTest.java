package dev.vitrine.model.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitrine.signature.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class FolderTest {
    @TempDir Path home;

    private Folder folder() throws IOException {
        Path inside = Files.createDirectories(home.resolve("in side ü"));
        Files.writeString(home.resolve("secret.txt"), "secret");
        Files.createDirectories(inside.resolve("examples"));
        Files.writeString(inside.resolve("examples").resolve("日 本.txt"), "x");
        return new Folder(inside);
    }

    @Test
    void findsAFileUnderAnyNamePeopleUse() throws Exception {
        assertThat(folder().text("examples/日 本.txt")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "examples/../../secret.txt",
                "..",
                ".",
                "",
                "/",
                "/etc/passwd",
                "examples",
                "examples/",
                "examples//日 本.txt",
                "./examples/日 本.txt",
                "C:\\secret.txt",
                "C:secret.txt",
                "\\\\host\\share\\x",
                "..\\secret.txt",
                "file:///etc/passwd",
                "secret.txt",
                "examples/secret\0.txt",
                "NUL",
                "con.txt",
                "examples/COM1",
                "missing.txt",
                "~/x",
            })
    void nothingElseLeavesTheFolderOrBreaksIt(String name) throws Exception {
        Folder folder = folder();
        assertThatThrownBy(() -> folder.find(name))
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedAndOneInsideIsFollowed() throws Exception {
        Folder folder = folder();
        assumeTrue(link(folder.root().resolve("out.txt"), home.resolve("secret.txt")));
        assumeTrue(link(folder.root().resolve("outside"), home));
        assumeTrue(
                link(
                        folder.root().resolve("in.txt"),
                        folder.root().resolve("examples").resolve("日 本.txt")));
        assertThatThrownBy(() -> folder.find("out.txt")).hasMessageContaining("link out");
        assertThatThrownBy(() -> folder.find("outside/secret.txt"))
                .hasMessageContaining("link out");
        assertThat(folder.text("in.txt")).isEqualTo("x");
    }

    @Test
    void linesEndAsAnySystemEndsThemAndBlankOnesCount() throws Exception {
        Folder folder = folder();
        Files.writeString(folder.root().resolve("labels.txt"), "\uFEFFa\r\n\rb \n\nü日\n");
        assertThat(folder.lines("labels.txt")).containsExactly("a", "", "b ", "", "ü日");
    }

    @Test
    void linesOfAnotherEncodingAreRefused() throws Exception {
        Folder folder = folder();
        Files.write(
                folder.root().resolve("labels.txt"), "Größe".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> folder.lines("labels.txt"))
                .hasMessage("'labels.txt' is not UTF-8 text; save it as UTF-8.");
    }

    private static boolean link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            return false;
        }
    }
}
