package dev.vitrine.kind.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Samples;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

class PictureCodecTest {
    private static final long MANY = 1_000_000;

    @Provide
    Arbitrary<Picture> pictures() {
        return Samples.pictures();
    }

    @Property(tries = 400)
    void aPngIsReadBackExactlyAtEveryDepthAndNumberOfChannels(@ForAll("pictures") Picture picture)
            throws PictureCodec.Unreadable {
        Picture read = PictureCodec.read(PictureCodec.png(picture), "it", MANY);
        // Four channels without a single transparent pixel are three to the reader.
        assertThat(read.depth()).isEqualTo(picture.depth());
        assertThat(read.argb()).isEqualTo(picture.argb());
        assertThat(read).isEqualTo(picture);
    }

    /// The eight ways in which a camera may have stored one scene, bright at its upper left and
    /// middling at its upper right.
    @Property(tries = 40)
    void aPhotoStandsUprightHoweverTheCameraWasHeld(
            @ForAll @IntRange(min = 1, max = 8) int orientation,
            @ForAll @IntRange(max = 2) int length,
            @ForAll boolean littleEndian)
            throws Exception {
        boolean lies = orientation > 4;
        int[] corners = STORED[orientation - 1];
        BufferedImage stored =
                new BufferedImage(lies ? 16 : 32, lies ? 32 : 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                int right = 2 * x < stored.getWidth() ? 0 : 1;
                int below = 2 * y < stored.getHeight() ? 0 : 1;
                stored.getRaster().setSample(x, y, 0, corners[2 * below + right]);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(stored, "jpg", jpeg);
        Picture read =
                PictureCodec.read(
                        withExif(jpeg.toByteArray(), orientation, length, littleEndian),
                        "it",
                        MANY);
        assertThat(read).hasToString("32 × 16");
        assertThat(read.sample(4, 4, 0)).isBetween(235, 255);
        assertThat(read.sample(28, 4, 0)).isBetween(110, 145);
        assertThat(read.sample(4, 12, 0)).isBetween(0, 20);
    }

    /// The corners as stored, row by row, for each of Exif's orientations: what the 0th row and the
    /// 0th column show (CIPA DC-008).
    private static final int[][] STORED = {
        {255, 128, 0, 0},
        {128, 255, 0, 0},
        {0, 0, 128, 255},
        {0, 0, 255, 128},
        {255, 0, 128, 0},
        {128, 0, 255, 0},
        {0, 128, 0, 255},
        {0, 255, 0, 128},
    };

    /// A JPEG file with an Exif segment of some entries and the orientation behind them.
    private static byte[] withExif(byte[] jpeg, int orientation, int others, boolean little) {
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 * (others + 1) + 4);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.putShort((short) (little ? 0x4949 : 0x4d4d)).putShort((short) 42).putInt(8);
        exif.putShort((short) (others + 1));
        for (int i = 0; i < others; i++) {
            exif.putShort((short) (0x0100 + i)).putShort((short) 3).putInt(1).putInt(7);
        }
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.capacity());
        all.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }

    @Property(tries = 300)
    void aDamagedNoteOfTheCameraIsNoReasonToRefuseAPhoto(@ForAll byte[] rubbish) throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        byte[] file = withExif(jpeg.toByteArray(), 1, 0, true);
        for (int i = 0; i < Math.min(rubbish.length, 26); i++) {
            file[12 + i] = rubbish[i];
        }
        Picture read = PictureCodec.read(file, "it", MANY);
        assertThat(read.width() * read.height()).isEqualTo(20);
    }

    @Property(tries = 50)
    void equalPicturesGiveEqualBytes(@ForAll("pictures") Picture picture) {
        assertThat(PictureCodec.png(picture)).isEqualTo(PictureCodec.png(picture));
    }

    @Property(tries = 300)
    void aFileCutShortIsRefusedWithASentenceOrGivesAPictureOfItsSize(
            @ForAll("pictures") Picture picture, @ForAll @IntRange(max = 100_000) int cut) {
        byte[] file = PictureCodec.png(picture);
        try {
            Picture read = PictureCodec.read(Arrays.copyOf(file, cut % file.length), "it", MANY);
            assertThat(read.width()).isEqualTo(picture.width());
        } catch (PictureCodec.Unreadable e) {
            assertThat(e.type()).isEqualTo("image_decode");
            assertThat(e.getMessage()).startsWith("it is ").endsWith(".");
        }
    }

    @Example
    void oneBitAPaletteAndGreyJpegAreGrey() throws Exception {
        BufferedImage bits = new BufferedImage(9, 4, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(3, 2, 0xffffffff);
        Picture one = read("png", bits);
        assertThat(one.channels()).isEqualTo(1);
        assertThat(one.sample(3, 2, 0)).isEqualTo(255);
        assertThat(one.sample(2, 2, 0)).isZero();

        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 128);
        }
        Picture jpeg = read("jpg", grey);
        assertThat(jpeg.channels()).isEqualTo(1);
        assertThat(jpeg.sample(5, 5, 0)).isBetween(126, 130);
    }

    @Example
    void aColouredPaletteKeepsItsColoursAndItsTransparency() throws Exception {
        byte[] red = {(byte) 200, 0};
        byte[] green = {10, 0};
        byte[] blue = {20, (byte) 255};
        BufferedImage palette =
                new BufferedImage(
                        2,
                        1,
                        BufferedImage.TYPE_BYTE_INDEXED,
                        new IndexColorModel(1, 2, red, green, blue, 1));
        palette.getRaster().setSample(0, 0, 0, 0);
        palette.getRaster().setSample(1, 0, 0, 1);
        Picture read = read("png", palette);
        assertThat(read.channels()).isEqualTo(4);
        assertThat(read.argb()[0]).isEqualTo(0xffc80a14);
        assertThat(read.argb()[1] >>> 24).isZero();
    }

    @Example
    void webpIsRead() throws Exception {
        byte[] file =
                Base64.getDecoder()
                        .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        Picture read = PictureCodec.read(file, "it", MANY);
        assertThat(read.width()).isEqualTo(1);
        assertThat(read.height()).isEqualTo(1);
    }

    @Example
    void aTextFileIsNamedAndTheFormatsAreListed() {
        assertThatThrownBy(() ->
                        PictureCodec.read(
                                "hello".getBytes(StandardCharsets.UTF_8), "'notes.txt'", MANY))
                .isInstanceOf(PictureCodec.Unreadable.class)
                .hasMessage(
                        "'notes.txt' is not a picture; give a PNG, JPEG, GIF, BMP, WebP or TIFF"
                                + " file.");
    }

    @Example
    void ofAHugePictureOnlyTheHeaderIsReadInTheSameWordsEverywhere() {
        byte[] header = header(60_000, 60_000);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThatThrownBy(() -> PictureCodec.read(header, "'bomb.png'", 100_000_000))
                    .isInstanceOf(PictureCodec.Unreadable.class)
                    .hasMessage(
                            "'bomb.png' is 60,000 × 60,000 pixels, which is more than the"
                                    + " 100,000,000 that are taken; make it smaller.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Picture read(String format, BufferedImage image)
            throws IOException, PictureCodec.Unreadable {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, file)).isTrue();
        return PictureCodec.read(file.toByteArray(), "it", MANY);
    }

    /// A PNG file that ends after its header.
    private static byte[] header(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }

    /// A class whose own finalizer is empty is none that the collector waits for.
    @Example
    void aStreamIsGoneWhenItIsClosed() throws Exception {
        try (var stream = PictureCodec.stream(new byte[1])) {
            assertThat(stream.getClass().getDeclaredMethod("finalize").getModifiers()).isPositive();
        }
    }
}
