package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Samples;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Odd sound files sent to the endpoint: the right answer, or 422 with the sentence that the window
/// has too.
class SoundsOverHttpTest {
    private static final Sound SECOND = Samples.tone(16_000, 16_000, 440);

    private Served served;

    @BeforeEach
    void serve() {
        served = new Served();
        Port audio = Port.of("audio", "audio").withLimits(Limits.NONE.withMaxSeconds(1800));
        served.add(
                "length",
                List.of(audio),
                List.of(Port.of("said", "text")),
                (in, _) -> Values.of("said", in.get("audio", Sound.class).toString()));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void whatIsThereIsReadWhateverTheHeaderSays() throws IOException {
        byte[] wav = SoundCodec.wav(SECOND);
        int length = new String(wav, 0, 80, StandardCharsets.ISO_8859_1).indexOf("data") + 4;
        assertThat(said(Arrays.copyOf(wav, wav.length / 2))).isEqualTo("0.50 s, 16 kHz");
        ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(said(header.putInt(length, -1).array())).isEqualTo("1.00 s, 16 kHz");
        assertThat(said(header.putInt(length, 0).putInt(4, 0).array())).isEqualTo("1.00 s, 16 kHz");
        assertThat(said(SoundCodec.wav(SECOND.part(0, 0)))).isEqualTo("0.00 s, 16 kHz");
        try (InputStream flac = SoundCodec.class.getResourceAsStream("stereo-24.flac")) {
            assertThat(said(Objects.requireNonNull(flac).readAllBytes())).contains("stereo");
        }
        assertThat(said(eightBits(96_000, 2, 192_000))).isEqualTo("1.00 s, 96 kHz, stereo");
    }

    @Test
    void whatIsNoSoundOrTooLongIsRefusedInASentence() {
        assertThat(refused(new byte[0], 422)).contains("is empty");
        assertThat(refused("ID3".getBytes(StandardCharsets.UTF_8), 422))
                .contains("is no sound that is read; give a WAV, AIFF, AU or FLAC file.");
        // an hour and more of very little, within the bytes that are taken
        assertThat(refused(eightBits(100, 1, 200_000), 422))
                .contains("lasts 33:20, longer than the 30:00 that are taken; cut it shorter.");
        // two hours of speech are more bytes than the endpoint takes at all
        assertThat(refused(new byte[(int) Served.MAX_BODY + 1], 413)).contains("larger than");
        assertThat(served.runs()).isZero();
    }

    private String said(byte[] file) {
        HttpResponse<String> answer = served.post("length", "audio/wav", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll(".*\"said\":\"(.*)\".*", "$1");
    }

    private String refused(byte[] file, int status) {
        HttpResponse<String> answer = served.post("length", "audio/wav", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    /// A WAV file of 8 bits, of silence.
    private static byte[] eightBits(int rate, int channels, int bytes) {
        ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        head.putShort((short) channels).putInt(rate).putInt(rate * channels);
        head.putShort((short) channels).putShort((short) 8);
        head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        byte[] silence = new byte[bytes];
        Arrays.fill(silence, (byte) 128);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.array());
        file.writeBytes(silence);
        return file.toByteArray();
    }
}
