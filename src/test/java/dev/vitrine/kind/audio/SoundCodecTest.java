package dev.vitrine.kind.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.vitrine.kind.Samples;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

class SoundCodecTest {
    private static final double LONG = 100;

    @Example
    void wholeNumbersOfEveryDepthAreDividedByTheirRange() throws Exception {
        for (int bits : new int[] {8, 16, 24, 32}) {
            AudioFormat format =
                    new AudioFormat(
                            bits == 8 ? Encoding.PCM_UNSIGNED : Encoding.PCM_SIGNED,
                            8000,
                            bits,
                            1,
                            bits / 8,
                            8000,
                            false);
            ByteBuffer data = ByteBuffer.allocate(3 * bits / 8);
            long[] values = {-(1L << bits - 1), 0, 1L << bits - 2};
            for (long value : values) {
                long stored = bits == 8 ? value + 128 : value;
                for (int b = 0; b < bits / 8; b++) {
                    data.put((byte) (stored >> 8 * b));
                }
            }
            Sound read = SoundCodec.read(file(format, data.array(), wave()), "'x'", LONG);
            assertThat(read)
                    .as("%d bits", bits)
                    .isEqualTo(Sound.of(8000, 1, new float[] {-1, 0, 0.5f}));
        }
    }

    @Example
    void bigEndianAiffStereoIsRead() throws Exception {
        AudioFormat format = new AudioFormat(Encoding.PCM_SIGNED, 44_100, 16, 2, 4, 44_100, true);
        byte[] data =
                ByteBuffer.allocate(8)
                        .putShort((short) 16_384)
                        .putShort((short) -16_384)
                        .putShort((short) 0)
                        .putShort(Short.MIN_VALUE)
                        .array();
        Sound read = SoundCodec.read(file(format, data, AudioFileFormat.Type.AIFF), "'x'", LONG);
        assertThat(read).isEqualTo(Sound.of(44_100, 2, new float[] {0.5f, -0.5f, 0, -1}));
        assertThat(read.mono()).containsExactly(0, -0.5f);
    }

    /// Made by an encoder of its own from the WAV of the same name.
    @Example
    void flacHoldsTheSamplesOfTheWavItWasMadeOf() throws Exception {
        for (String name : new String[] {"mono-16", "stereo-16", "stereo-24", "mono-8"}) {
            Sound flac = SoundCodec.read(resource(name + ".flac"), "'x'", LONG);
            Sound wav = SoundCodec.read(resource(name + ".wav"), "'x'", LONG);
            assertThat(flac.frames()).as(name).isGreaterThan(4000);
            assertThat(flac).as(name).isEqualTo(wav);
        }
    }

    @Property(tries = 300)
    void aDamagedFileGivesASoundOrASentence(@ForAll long seed, @ForAll @IntRange(max = 5) int which)
            throws Exception {
        String[] names = {
            "mono-16.flac",
            "stereo-16.flac",
            "stereo-24.flac",
            "mono-8.flac",
            "mono-16.wav",
            "stereo-24.wav"
        };
        byte[] bytes = resource(names[which]);
        Random random = new Random(seed);
        if (random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int i = random.nextInt(1, 12); i > 0 && bytes.length > 0; i--) {
            int reach = random.nextBoolean() ? Math.min(60, bytes.length) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) random.nextInt();
        }
        try {
            assertThat(SoundCodec.read(bytes, "'x'", 1).seconds()).isLessThanOrEqualTo(1.001);
        } catch (Unreadable e) {
            assertThat(e).hasMessageStartingWith("'x' ").hasMessageEndingWith(".");
        }
    }

    @Example
    void framesOfAnySizeAreReadToTheEnd() throws Exception {
        for (int channels : new int[] {3, 5, 60}) {
            Sound sound = Sound.of(8000, channels, new float[channels * 40_000]);
            assertThat(SoundCodec.read(SoundCodec.wav(sound), "'x'", LONG)).isEqualTo(sound);
            assertThatThrownBy(() -> SoundCodec.read(SoundCodec.wav(sound), "'x'", 3.33))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Example
    void aFileThatSaysItIsLongIsRefusedBeforeItIsRead() throws Exception {
        byte[] wav = SoundCodec.wav(Samples.tone(8000, 16_000, 440));
        assertThatThrownBy(() -> SoundCodec.read(wav, "'long.wav'", 1))
                .isInstanceOf(Unreadable.class)
                .hasMessage(
                        "'long.wav' lasts 2.00 s, longer than the 1.00 s that are taken; cut it"
                                + " shorter.");
        // a length of the header that is not there: what is there is read
        byte[] cut = Arrays.copyOf(wav, wav.length - 20_000);
        assertThat(SoundCodec.read(cut, "'x'", LONG).seconds()).isCloseTo(1.375, within(0.01));
    }

    /// What is piped says that it has 2 or 4 GB, and a recording that was never ended nothing.
    @Example
    void aFileThatLiesAboutItsLengthHasWhatItHas() throws Exception {
        for (Sound whole : new Sound[] {Samples.tone(8000, 16_000, 440), square()}) {
            lies(whole);
        }
    }

    private static void lies(Sound whole) throws Exception {
        byte[] wav = SoundCodec.wav(whole);
        int length = new String(wav, 0, 80, ISO_8859_1).indexOf("data") + 4;
        ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        for (int said : new int[] {-1, 0x7fff_fff0, 2 * 8000 * 3600}) {
            assertThat(SoundCodec.read(header.putInt(length, said).array(), "'x'", LONG))
                    .as("says %d", said)
                    .isEqualTo(whole);
        }
        header.putInt(4, 0).putInt(length, 0);
        assertThat(SoundCodec.read(wav, "'x'", LONG)).isEqualTo(whole);
        // a chunk behind samples that are none is none of them
        header.putInt(4, wav.length - 8);
        assertThat(SoundCodec.read(wav, "'x'", LONG).frames()).isZero();
    }

    /// A sound that 16 bits hold exactly.
    private static Sound square() {
        float[] samples = new float[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / 20 % 2 == 0 ? 0.5f : -0.25f;
        }
        return Sound.of(8000, 1, samples);
    }

    /// Two hours of speech are 230 MB, of which the first 64 kB say enough.
    @Example
    void aLongFileIsRefusedByItsBeginning() throws Exception {
        byte[] head = Arrays.copyOf(SoundCodec.wav(square()), 1 << 16);
        long bytes = 7200L * 8000 * 2;
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(40, (int) bytes);
        assertThatThrownBy(() -> SoundCodec.look(head, bytes + 44, "'talk.wav'", 1800))
                .hasMessage(
                        "'talk.wav' lasts 2:00:00, longer than the 30:00 that are taken; cut it"
                                + " shorter.");
        assertThatCode(() -> SoundCodec.look(head, bytes + 44, "'talk.wav'", 7200))
                .doesNotThrowAnyException();
        // it says two hours and has four seconds, which the whole file will show
        assertThatCode(() -> SoundCodec.look(head, 64_044, "'talk.wav'", 1800))
                .doesNotThrowAnyException();
        assertThatCode(() -> SoundCodec.look(new byte[0], 0, "'x'", 1)).doesNotThrowAnyException();
    }

    @Example
    void aLongFlacFileIsRefusedByItsBeginningEvenWithALargeCoverBehindIt() {
        ByteBuffer head = ByteBuffer.allocate(1 << 16);
        head.put("fLaC".getBytes(StandardCharsets.US_ASCII)).putInt(34).position(18);
        head.putLong(8000L << 44 | 15L << 36 | 7200L * 8000).position(42);
        // a picture (type 6) that goes on beyond what was read
        head.putInt(6 << 24 | 5_000_000);
        assertThatThrownBy(() -> SoundCodec.look(head.array(), 1L << 30, "'talk.flac'", 1800))
                .hasMessage(
                        "'talk.flac' lasts 2:00:00, longer than the 30:00 that are taken; cut it"
                                + " shorter.");
        assertThatCode(() -> SoundCodec.look(head.array(), 1L << 30, "'talk.flac'", 7200))
                .doesNotThrowAnyException();
    }

    @Example
    void eightBitsAtNinetySixKilohertzInStereoAreRead() throws Exception {
        AudioFormat format = new AudioFormat(Encoding.PCM_UNSIGNED, 96_000, 8, 2, 2, 96_000, false);
        byte[] data = {(byte) 192, 64, (byte) 128, 0};
        assertThat(SoundCodec.read(file(format, data, wave()), "'x'", LONG))
                .isEqualTo(Sound.of(96_000, 2, new float[] {0.5f, -0.5f, 0, -1}));
    }

    @Example
    void whatIsNoSoundSaysWhatToGive() {
        assertThatThrownBy(() -> SoundCodec.read(new byte[0], "'x.wav'", LONG))
                .hasMessage("'x.wav' is empty; give a WAV, AIFF, AU or FLAC file.");
        assertThatThrownBy(() -> SoundCodec.read("ID3 no".getBytes(), "'x.mp3'", LONG))
                .hasMessage("'x.mp3' is no sound that is read; give a WAV, AIFF, AU or FLAC file.");
    }

    @Example
    void lengthsAreWrittenAsAPersonReadsThem() {
        assertThat(Samples.tone(16_000, 16_000, 440)).hasToString("1.00 s, 16 kHz");
        assertThat(Sound.of(44_100, 2, new float[88_200 * 12]))
                .hasToString("12.0 s, 44.1 kHz, stereo");
        assertThat(Clock.of(65)).isEqualTo("1:05");
        assertThat(Clock.of(7200)).isEqualTo("2:00:00");
    }

    private static AudioFileFormat.Type wave() {
        return AudioFileFormat.Type.WAVE;
    }

    private static byte[] file(AudioFormat format, byte[] data, AudioFileFormat.Type type)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(data),
                        format,
                        data.length / format.getFrameSize()),
                type,
                out);
        return out.toByteArray();
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in =
                Objects.requireNonNull(SoundCodecTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
