package dev.vitrine.kind.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// The files that cameras, scanners, microscopes and old programs write.
class PictureFilesTest {
    private static final long MANY = 1_000_000;

    @Property(tries = 60)
    void tiffsOfEightAndSixteenBitsAreReadToTheBit(
            @ForAll boolean little,
            @ForAll boolean wide,
            @ForAll boolean colour,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll long seed)
            throws Exception {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int channels = colour ? 3 : 1;
        int[] samples =
                new Random(seed).ints((long) width * 2 * channels, 0, wide ? 65536 : 256).toArray();
        Picture read = read(tiff(order, width, 2, wide, channels, samples).file());
        assertThat(read.depth()).isEqualTo(wide ? 16 : 8);
        assertThat(read.channels()).isEqualTo(channels);
        assertThat(samples(read)).isEqualTo(samples);
    }

    @Example
    void compressedTiffsAreReadToTheBit() throws Exception {
        short[] samples = new short[64 * 40 * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i * 37 % 65536);
        }
        Picture picture = Picture.of(64, 40, 3, samples);
        for (String compression : List.of("LZW", "ZLib", "PackBits", "Deflate")) {
            assertThat(read(written(picture, compression))).as(compression).isEqualTo(picture);
        }
    }

    @Property(tries = 16)
    void aTiffStandsUprightAtEitherDepth(
            @ForAll @IntRange(min = 1, max = 8) int orientation, @ForAll boolean wide)
            throws Exception {
        boolean lies = orientation > 4;
        int[] stored = STORED[orientation - 1];
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        Tiff tiff = tiff(order, lies ? 2 : 3, lies ? 3 : 2, wide, 1, stored);
        Picture read = read(tiff.with(274, orientation).file());
        assertThat(read).hasToString("3 × 2");
        assertThat(samples(read)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /// How the rows 1 2 3 and 4 5 6 are stored, for each of the orientations.
    private static final int[][] STORED = {
        {1, 2, 3, 4, 5, 6},
        {3, 2, 1, 6, 5, 4},
        {6, 5, 4, 3, 2, 1},
        {4, 5, 6, 1, 2, 3},
        {1, 4, 2, 5, 3, 6},
        {3, 6, 2, 5, 1, 4},
        {6, 3, 5, 2, 4, 1},
        {4, 1, 5, 2, 6, 3},
    };

    @Example
    void whiteMayBeZero() throws Exception {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        Picture read = read(tiff(order, 3, 1, true, 1, 0, 1000, 65535).with(262, 0).file());
        assertThat(samples(read)).containsExactly(65535, 64535, 0);
    }

    @Example
    void ofSeveralPagesTheFirstIsReadAndTheyAreCounted() throws Exception {
        byte[] file =
                new Tiff(
                                ByteOrder.LITTLE_ENDIAN,
                                2,
                                1,
                                8,
                                1,
                                new byte[] {1, 2},
                                new byte[] {3, 4},
                                new byte[] {5, 6})
                        .file();
        assertThat(samples(read(file))).containsExactly(1, 2);
        assertThat(PictureCodec.frames(file)).isEqualTo(3);
    }

    @Example
    void ofSixtyFramesTheFirstIsReadAndTheyAreCounted() throws Exception {
        byte[] file = PictureFiles.gif(60);
        Picture read = read(file);
        assertThat(read).hasToString("8 × 6");
        assertThat(read.argb()[0]).isEqualTo(0xffff0000);
        assertThat(PictureCodec.frames(file)).isEqualTo(60);
        assertThat(PictureCodec.frames(PictureFiles.gif(1))).isEqualTo(1);
        assertThat(PictureCodec.frames(new byte[0])).isEqualTo(1);
    }

    @Example
    void numbersThatNoPictureHoldsAreRefusedAndTheTensorIsNamed() {
        ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat(0.5f).putFloat(1e6f);
        byte[] file =
                new Tiff(ByteOrder.LITTLE_ENDIAN, 2, 1, 32, 1, floats.array()).with(339, 3).file();
        assertThatThrownBy(() -> PictureCodec.read(file, "'depth.tif'", MANY))
                .isInstanceOf(PictureCodec.Unreadable.class)
                .hasMessage(
                        "'depth.tif' holds numbers of 32 bits or more, which a picture here cannot;"
                                + " save it with 8 or 16 bits, or give it to an input of kind"
                                + " tensor as .npy.");
    }

    @Example
    void greyWithTransparencyKeepsItsGreyAtEitherDepth() throws Exception {
        for (int type : new int[] {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT}) {
            ColorModel colors =
                    new ComponentColorModel(
                            ColorSpace.getInstance(ColorSpace.CS_GRAY),
                            true,
                            false,
                            Transparency.TRANSLUCENT,
                            type);
            WritableRaster raster = colors.createCompatibleWritableRaster(2, 1);
            raster.setPixels(0, 0, 2, 1, new int[] {100, 7, 30, 255});
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(colors, raster, false, null), "png", png);
            Picture read = read(png.toByteArray());
            assertThat(read.depth()).isEqualTo(type == DataBuffer.TYPE_BYTE ? 8 : 16);
            assertThat(samples(read)).containsExactly(100, 100, 100, 7, 30, 30, 30, 255);
        }
    }

    @Example
    void aPngAndAWebpStandUprightAsTheirExifSays() throws Exception {
        Picture wide = Picture.of(3, 2, 1, new byte[] {1, 2, 3, 4, 5, 6});
        byte[] exif =
                new Tiff(ByteOrder.LITTLE_ENDIAN, 1, 1, 8, 1, new byte[1]).with(274, 6).file();
        byte[] png = PictureCodec.png(wide);
        // behind the signature and the header
        int at = 8 + 12 + 13;
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length).putInt(exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + exif.length);
        chunk.putInt((int) crc.getValue());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, at);
        file.writeBytes(chunk.array());
        file.write(png, at, png.length - at);
        Picture read = read(file.toByteArray());
        assertThat(read).hasToString("2 × 3");
        assertThat(samples(read)).containsExactly(4, 1, 5, 2, 6, 3);

        ByteBuffer webp = ByteBuffer.allocate(12 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF\0\0\0\0WEBPEXIF".getBytes(StandardCharsets.US_ASCII));
        webp.putInt(exif.length).put(exif);
        assertThat(Orientation.of(webp.array())).isEqualTo(Orientation.RIGHT_TOP);
    }

    @Property(tries = 500)
    void aDamagedContainerEndsTheSearchForItsExif(
            @ForAll byte[] rubbish, @ForAll @IntRange(max = 3) int kind) {
        byte[][] heads = {
            {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
            "RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.US_ASCII),
            {'I', 'I', 42, 0},
            {'M', 'M', 0, 42},
        };
        byte[] file = Arrays.copyOf(heads[kind], heads[kind].length + rubbish.length);
        System.arraycopy(rubbish, 0, file, heads[kind].length, rubbish.length);
        assertThat(Orientation.of(file)).isNotNull();
    }

    @Example
    void whatIsNoPictureHereIsNamedForWhatItIs() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] avif = "\0\0\0\u0018ftypavif\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] svg = "<?xml version='1.0'?><svg/>".getBytes(StandardCharsets.ISO_8859_1);
        refused(new byte[0], "it is empty; choose another file.");
        refused(
                heic,
                "it is a HEIC picture, as phones save them; export it as JPEG and try again.");
        refused(avif, "it is an AVIF picture, which is not read here; save it as PNG or JPEG.");
        refused(svg, "it is an SVG drawing, which has no pixels; export it as PNG.");
        refused(
                "%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1),
                "it is a PDF document; save a page of it as a PNG picture.");
        refused(
                new byte[] {1},
                "it is not a picture; give a PNG, JPEG, GIF, BMP, WebP or TIFF file.");
    }

    private static void refused(byte[] file, String sentence) {
        assertThatThrownBy(() -> PictureCodec.read(file, "it", MANY))
                .isInstanceOf(PictureCodec.Unreadable.class)
                .hasMessage(sentence);
    }

    private static Tiff tiff(
            ByteOrder order, int width, int height, boolean wide, int channels, int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return new Tiff(
                order,
                width,
                height,
                wide ? 16 : 8,
                channels,
                wide ? Tiff.words(order, samples) : bytes);
    }

    private static int[] samples(Picture picture) {
        int channels = picture.channels();
        int[] all = new int[picture.width() * picture.height() * channels];
        for (int i = 0; i < all.length; i++) {
            int pixel = i / channels;
            all[i] = picture.sample(pixel % picture.width(), pixel / picture.width(), i % channels);
        }
        return all;
    }

    private static Picture read(byte[] file) throws PictureCodec.Unreadable {
        return PictureCodec.read(file, "it", MANY);
    }

    /// The JDK's writer, which knows more compressions at 16 bits than the other.
    private static ImageWriter jdk() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new AssertionError("The JDK writes no TIFF");
    }

    /// A TIFF file of ImageIO's own writer.
    private static byte[] written(Picture picture, String compression) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureCodec.png(picture)));
        ImageWriter writer = jdk();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
