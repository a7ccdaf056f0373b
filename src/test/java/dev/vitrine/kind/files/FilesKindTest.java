package dev.vitrine.kind.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;

class FilesKindTest {
    private static final Port PORT = Port.of("docs", "files");
    private static final FilesKind KIND = new FilesKind();

    @TempDir private Path disk;

    /// Whatever a sender calls a file, it stays inside of the folder it is written to.
    @Property
    void noPathLeadsOutOfAFolder(@ForAll String given) {
        FileList.Item item = FileList.Item.at(given, Attachment.of("a.txt", "a"));
        Path root = Path.of("target", "of", "all").toAbsolutePath();
        assertThat(root.resolve(item.path()).normalize()).startsWithRaw(root).isNotEqualTo(root);
        assertThat(item.path()).doesNotContain("\\", "//").doesNotStartWith("/");
        assertThat(item.folder().split("/")).doesNotContain("..", ".");
        assertThat(FileList.Item.at(item.path(), item.file())).isEqualTo(item);
    }

    @Test
    void filesOfOneNameAreToldApart() {
        FileList files =
                FileList.of(
                        List.of(
                                Attachment.of("a.txt", "1"),
                                Attachment.of("A.TXT", "2"),
                                Attachment.of("a.txt", "3"),
                                Attachment.of("noext", "4"),
                                Attachment.of("noext", "5")));
        assertThat(files.items().stream().map(FileList.Item::path))
                .containsExactly("a.txt", "A (2).TXT", "a (3).txt", "noext", "noext (2)");
    }

    @Property
    void aFileIsNeverCalledAsAFolderOfAnother(@ForAll List<@From("nearlyTheSame") String> given) {
        FileList files =
                new FileList(
                        given.stream()
                                .map(path -> {
                                    String name = path.substring(path.lastIndexOf('/') + 1);
                                    return FileList.Item.at(path, Attachment.of(name, path));
                                })
                                .toList());
        List<String> paths =
                files.items().stream().map(item -> item.path().toLowerCase(Locale.ROOT)).toList();
        assertThat(paths).hasSameSizeAs(given).doesNotHaveDuplicates();
        for (String path : paths) {
            assertThat(paths).noneMatch(other -> other.startsWith(path + "/"));
        }
        assertThat(new FileList(files.items())).as("told apart once and for all").isEqualTo(files);
    }

    @Provide
    Arbitrary<String> nearlyTheSame() {
        return Arbitraries.of("a", "A", "a (2)", "A/a", "a/b", "a (2)/b", "a/b/c", "B/c", "b");
    }

    @Test
    void aFolderComesWithAllInItButWhatIsHiddenAndWhatIsElsewhere() throws Exception {
        Path docs = Files.createDirectories(disk.resolve("docs/deep ü"));
        Files.writeString(disk.resolve("docs/b.txt"), "b");
        Files.writeString(docs.resolve("a.txt"), "a");
        Files.writeString(disk.resolve("docs/.hidden"), "no");
        Files.writeString(Files.createDirectory(disk.resolve("docs/.git")).resolve("x"), "no");
        Path outside = Files.writeString(disk.resolve("secret"), "no");
        Files.createSymbolicLink(docs.resolve("link"), outside);
        FileList files = Folder.read(PORT, FileList.EMPTY, List.of(disk.resolve("docs"), outside));
        assertThat(files.items().stream().map(FileList.Item::path))
                .containsExactly("docs/b.txt", "docs/deep ü/a.txt", "secret");
        assertThat(files.items().get(1).file().text()).isEqualTo("a");
        assertThat(files).hasToString("3 files, 4 bytes");
        assertThat(KIND.text(PORT, files)).isEqualTo("docs/b.txt, docs/deep ü/a.txt, secret");
    }

    /// A home folder has millions of files: looking for them ends at the first too many.
    @Test
    void aFolderIsLookedThroughNoFurtherThanThePortTakes() throws Exception {
        for (int i = 0; i < 50; i++) {
            Path folder = Files.createDirectories(disk.resolve("all/" + i));
            Files.writeString(folder.resolve("f"), "x");
        }
        Port few = PORT.withOptions(Map.of("maxItems", 3));
        assertThatThrownBy(() -> Folder.read(few, FileList.EMPTY, List.of(disk.resolve("all"))))
                .hasMessage("'Docs' has 4 files; give at most 3.");
    }

    @Test
    void whatAPersonNamesMayBeALinkOrHidden() throws Exception {
        Path file = Files.writeString(disk.resolve(".profile"), "p");
        Path link = Files.createSymbolicLink(disk.resolve("link.txt"), file);
        FileList files = Folder.read(PORT, FileList.EMPTY, List.of(file, link));
        assertThat(files.items().stream().map(FileList.Item::path))
                .containsExactly(".profile", "link.txt");
        assertThat(files.items().get(1).file().text()).isEqualTo("p");
    }

    @Test
    void tooManyAndTooLargeFilesAreRefusedUnread() throws Exception {
        for (int i = 0; i < 4; i++) {
            Files.writeString(disk.resolve("f" + i), "x");
        }
        Port few = PORT.withOptions(Map.of("maxItems", 3));
        assertThatThrownBy(() -> Folder.read(few, FileList.EMPTY, List.of(disk)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("'Docs' has 4 files; give at most 3.");
        try (RandomAccessFile large = new RandomAccessFile(disk.resolve("large").toFile(), "rw")) {
            large.setLength(200L << 30);
        }
        assertThatThrownBy(() -> Folder.read(PORT, FileList.EMPTY, List.of(disk)))
                .hasMessage("The files of 'Docs' have 214.75 GB together; give at most 100.0 MB.");
        Port texts = PORT.withOptions(Map.of("types", List.of(".txt")));
        assertThatThrownBy(() -> Folder.read(texts, FileList.EMPTY, List.of(disk.resolve("f0"))))
                .hasMessage("'Docs' takes .txt, and 'f0' is none of them; give another file.");
        assertThatThrownBy(() -> Folder.read(PORT, FileList.EMPTY, List.of(disk.resolve("none"))))
                .hasMessage("'none' cannot be read; check that it is there and who may read it.");
    }

    @Test
    void aUploadIsAFileWhateverItHoldsAndAFileOfItsJsonIsFiles() {
        Raw plain = new Raw.Upload("[1, 2]".getBytes(StandardCharsets.UTF_8), "a.json", null);
        assertThat(KIND.decode(PORT, plain).items().getFirst().file().text()).isEqualTo("[1, 2]");
        FileList files =
                new FileList(
                        List.of(
                                new FileList.Item("x/y", Attachment.of("a.txt", "a")),
                                new FileList.Item(Attachment.of("b.csv", "b"))));
        byte[] json = KIND.encode(PORT, files).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(KIND.decode(PORT, new Raw.Upload(json, "docs.json", null))).isEqualTo(files);
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        assertThatThrownBy(() ->
                        KIND.decode(
                                PORT,
                                new Raw.Json(
                                        Json.array()
                                                .add("data:text/plain;name=a.txt;base64,aGk=")
                                                .add("/etc/passwd"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.getMessage()).startsWith("File 2: 'Docs' is no file;");
                            assertThat(e.problems().getFirst().path()).contains(1);
                        });
    }

    @Test
    void severalUploadsAreOneValueWithTheirFolders() {
        Raw together =
                KIND.together(
                        List.of(
                                new Raw.Upload(new byte[] {1}, "in/a.bin", null),
                                new Raw.Upload(new byte[] {2, 3}, "b.bin", "application/x-b")));
        FileList files = KIND.decode(PORT, together);
        assertThat(files.items().stream().map(FileList.Item::path))
                .containsExactly("in/a.bin", "b.bin");
        assertThat(files.items().get(1).file().mediaType()).isEqualTo("application/x-b");
    }

    @Test
    void theZipFileHoldsAllInTheirFolders() throws Exception {
        FileList files =
                new FileList(
                        List.of(
                                new FileList.Item("x/ü", Attachment.of("a.txt", "a")),
                                new FileList.Item(Attachment.of("b.csv", "b"))));
        List<String> names = new ArrayList<>();
        byte[] bytes = KIND.file(PORT, files).orElseThrow().bytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(
                        entry.getName()
                                + "="
                                + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(names).containsExactly("x/ü/a.txt=a", "b.csv=b");
    }

    @Test
    void aFolderWithNothingToSeeIsRefusedInASentence() throws Exception {
        Path empty = Files.createDirectories(disk.resolve("nothing ü"));
        Files.writeString(empty.resolve(".hidden"), "x");
        assertThatThrownBy(() -> Folder.read(PORT, FileList.EMPTY, List.of(empty)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "There is no file in 'nothing ü' but hidden ones; choose another folder.");
    }
}
