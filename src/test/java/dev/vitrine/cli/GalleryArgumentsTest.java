package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.FakeFaces.Said;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Several files under one name on a command line.
class GalleryArgumentsTest {
    private static final Port ALBUM = Port.of("album", "gallery");
    private static final Port PHOTO = Port.of("photo", "image");
    private static final Port DOCS = Port.of("docs", "files");

    private final FakeFaces faces =
            new FakeFaces(
                    FakeFaces.model(
                            "echo", List.of(ALBUM, PHOTO), List.of(ALBUM), values -> values));

    @TempDir Path folder;

    @Test
    void anInputOfPicturesIsGivenOnceForEach() throws IOException {
        String one = picture("one.png");
        String two = picture("zwei ü.png");
        Said said =
                faces.run(
                        "predict", "echo", "--album", one, "--album", two, "--photo", one,
                        "--json");
        assertThat(said.err()).isEmpty();
        JsonNode album = Json.MAPPER.readTree(said.out()).path("album");
        assertThat(album.values().stream().map(p -> p.path("caption").asString("")))
                .containsExactly("one.png", "zwei ü.png");
        Said single = faces.run("predict", "echo", "--album", two, "--photo", one, "--json");
        assertThat(Json.MAPPER.readTree(single.out()).path("album").path(0))
                .isEqualTo(album.get(1));
    }

    @Test
    void aFolderIsGivenBesideFilesWithAllThatIsInIt() throws IOException {
        FakeFaces echo =
                new FakeFaces(
                        FakeFaces.model("echo", List.of(DOCS), List.of(DOCS), values -> values));
        Path docs = Files.createDirectories(folder.resolve("docs/deep"));
        Files.writeString(docs.resolve("a.txt"), "a");
        Path other = Files.writeString(folder.resolve("b [1].txt"), "b");
        Said said =
                echo.run(
                        "predict",
                        "echo",
                        "--docs",
                        folder.resolve("docs").toString(),
                        "--docs",
                        other.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("docs/deep/a.txt, b [1].txt");
        Said picture = faces.run("predict", "echo", "--album", docs.toString());
        assertThat(picture.err()).contains("is a folder; name a file in it.");
    }

    @Test
    void anAnswerOfPicturesIsWrittenAsAZipFile() throws IOException {
        String one = picture("one.png");
        Path out = folder.resolve("out");
        Said said =
                faces.run(
                        "predict",
                        "echo",
                        "--album",
                        one,
                        "--album",
                        one,
                        "--photo",
                        one,
                        "--out",
                        out.toString());
        Path zip = out.resolve("album.zip");
        assertThat(said.out().strip()).isEqualTo("Album: " + zip);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .containsExactly("1 one.png", "2 one.png");
        }
    }

    @Test
    void oneThatIsNotThereIsNamed() throws IOException {
        Said said =
                faces.run("predict", "echo", "--album", picture("a.png"), "--album", "none.png");
        assertThat(said.err()).contains("There is no file 'none.png'");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anInputOfOnePictureIsStillGivenOnce() throws IOException {
        String one = picture("a.png");
        Said said = faces.run("predict", "echo", "--album", one, "--photo", one, "--photo", one);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--photo");
    }

    @Test
    void standardInputHoldsOnePictureOnly() {
        Said said = faces.run("predict", "echo", "--album", "-", "--album", "-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("'--album' and '--album' cannot both be '-'");
    }

    private String picture(String name) throws IOException {
        Picture picture = Picture.of(2, 1, 1, new byte[] {(byte) name.length(), 0});
        return Files.write(folder.resolve(name), PictureCodec.png(picture)).toString();
    }
}
