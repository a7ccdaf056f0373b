package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.FakeFaces.Said;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sounds on a command line.
class SoundArgumentsTest {
    private static final Port TALK = Port.of("talk", "audio");

    private final FakeFaces faces =
            new FakeFaces(FakeFaces.model("echo", List.of(TALK), List.of(TALK), values -> values));

    @TempDir Path folder;

    /// A file of more than the 1 GiB that is taken, which takes no room on disk: were it read at
    /// all, it would be refused for its size.
    @Test
    void aSoundThatIsTooLongIsRefusedByItsBeginning() throws IOException {
        int bytes = 9 * 3600 * 48_000;
        byte[] head = SoundCodec.wav(Sound.of(24_000, 1, new float[0]));
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(40, bytes);
        Path file = Files.write(folder.resolve("talk.wav"), head);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(44L + bytes);
        }
        Said said = faces.run("predict", "echo", "--talk", file.toString(), "--json");
        assertThat(said.err())
                .contains(
                        "'talk.wav' lasts 9:00:00, longer than the 10:00 that are taken; cut it"
                                + " shorter.");
    }

    @Test
    void aSoundThatIsLongerThanItsBeginningIsReadWhole() throws IOException {
        Sound sound = Sound.of(16_000, 1, new float[40_000]);
        Path file = Files.write(folder.resolve("short.wav"), SoundCodec.wav(sound));
        Said said = faces.run("predict", "echo", "--talk", file.toString(), "--json");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }
}
