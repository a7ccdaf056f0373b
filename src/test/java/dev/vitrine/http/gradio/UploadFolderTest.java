package dev.vitrine.http.gradio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

class UploadFolderTest {
    @TempDir Path parent;

    @Test
    void whatACrashHasLeftBehindGoesADayLater() throws IOException {
        Path old = left("vitrine-uploads-old", Duration.ofDays(2));
        Path young = left("vitrine-uploads-young", Duration.ofHours(2));
        Path other = left("other-old", Duration.ofDays(2));
        UploadFolder folder = new UploadFolder(parent);
        assertThat(old).exists();
        folder.write("a", new byte[] {1});
        assertThat(old).doesNotExist();
        assertThat(young).isNotEmptyDirectory();
        assertThat(other).isNotEmptyDirectory();
    }

    @Test
    void aFolderThatSomebodyTidiesAwayIsMadeAgain() throws IOException {
        UploadFolder folder = new UploadFolder(parent);
        folder.write("a", new byte[] {1});
        folder.delete("a");
        try (Stream<Path> all = Files.list(parent)) {
            Files.delete(all.findFirst().orElseThrow());
        }
        assertThat(folder.read("a")).isEmpty();
        folder.write("b", new byte[] {2});
        assertThat(folder.read("b")).containsExactly(2);
    }

    @Test
    void itGoesWithItsFiles() throws IOException {
        UploadFolder folder = new UploadFolder(parent);
        folder.write("a", new byte[] {1});
        folder.delete("a");
        folder.close();
        assertThat(parent).isEmptyDirectory();
    }

    private Path left(String name, Duration ago) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.write(folder.resolve("a"), new byte[3]);
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(ago)));
        return folder;
    }
}
