package dev.vitrine.kind.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads pictures from PNG, JPEG, GIF, BMP, WebP and TIFF files and writes PNG.
public final class PictureCodec {
    /// Why bytes are no picture that can be taken.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String type;

        Unreadable(String type, String message) {
            super(message);
            this.type = type;
        }

        /// `image_decode` or `image_too_large`.
        public String type() {
            return type;
        }
    }

    private static final String DECODE = "image_decode";

    static {
        // Pictures are read from memory; a cache file would only touch the disk.
        ImageIO.setUseCache(false);
    }

    private PictureCodec() {}

    /// The extensions of the files that are read, in lower case.
    public static List<String> extensions() {
        return List.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff");
    }

    /// Reads a picture, the first where a file holds several, upright as the camera's note says;
    /// its size is looked at before any pixel is.
    ///
    /// @param bytes the whole file
    /// @param name what to call it in a sentence
    /// @param maxPixels the most pixels that are taken
    public static Picture read(byte[] bytes, String name, long maxPixels) throws Unreadable {
        try (ImageInputStream in = stream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Unreadable(DECODE, Unknown.of(bytes).sentence(name));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decode(reader, bytes, name, maxPixels);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers throw many kinds of exception on broken files.
            throw new Unreadable(
                    DECODE,
                    "%s is a broken or unusual picture; save it again as PNG.".formatted(name));
        }
    }

    private static Picture decode(ImageReader reader, byte[] bytes, String name, long maxPixels)
            throws IOException, Unreadable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > maxPixels) {
            throw tooLarge(name, width, height, "more than the %,d that are taken", maxPixels);
        }
        try {
            BufferedImage image = reader.read(0, Decoded.order(reader));
            if (Decoded.isTooDeep(image)) {
                throw new Unreadable(
                        DECODE,
                        "%s holds numbers of 32 bits or more, which a picture here cannot; save it with 8 or 16 bits, or give it to an input of kind tensor as .npy."
                                .formatted(name));
            }
            return Orientation.of(bytes).upright(Decoded.picture(image));
        } catch (OutOfMemoryError e) {
            throw tooLarge(name, width, height, "more than this computer's memory has room for", 0);
        }
    }

    private static Unreadable tooLarge(
            String name, int width, int height, String why, long maxPixels) {
        return new Unreadable(
                "image_too_large",
                String.format(
                        Locale.ROOT,
                        "%s is %,d × %,d pixels, which is " + why + "; make it smaller.",
                        name,
                        width,
                        height,
                        maxPixels));
    }

    /// How many pictures a file holds: the frames of an animation, the pages of a TIFF file. 1
    /// where that cannot be told; [#read] takes the first.
    public static int frames(byte[] bytes) {
        try (ImageInputStream in = stream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 1;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                return Math.max(1, reader.getNumImages(true));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return 1;
        }
    }

    /// Java's own stream over memory: those that plug-ins offer are kept by the collector until
    /// they were finalized, with all that they have read, and a busy endpoint makes thousands.
    static ImageInputStream stream(byte[] bytes) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    }

    /// Writes a PNG file with nothing but the pixels in it, so that equal pictures give equal
    /// bytes.
    public static byte[] png(Picture picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image(picture), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An image over the very samples of a picture, which are not copied.
    private static BufferedImage image(Picture picture) {
        boolean wide = picture.depth() == 16;
        int channels = picture.channels();
        ColorModel colors =
                new ComponentColorModel(
                        ColorSpace.getInstance(
                                channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                        channels == 4,
                        false,
                        channels == 4 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        wide ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
        DataBuffer samples =
                wide
                        ? new DataBufferUShort(picture.words(), picture.words().length)
                        : new DataBufferByte(picture.bytes(), picture.bytes().length);
        int stride = Math.multiplyExact(picture.width(), channels);
        WritableRaster raster =
                Raster.createInterleavedRaster(
                        samples,
                        picture.width(),
                        picture.height(),
                        stride,
                        channels,
                        IntStream.range(0, channels).toArray(),
                        null);
        return new BufferedImage(colors, raster, false, null);
    }
}
