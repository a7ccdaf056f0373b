package dev.vitrine.kind.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads pictures from PNG, JPEG, GIF, BMP and WebP files and writes PNG; the only place that
/// touches `java.awt`.
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

    private static final String FORMATS = "PNG, JPEG, GIF, BMP or WebP";

    static {
        // Pictures are read from memory; a cache file would only touch the disk.
        ImageIO.setUseCache(false);
    }

    private PictureCodec() {}

    /// The extensions of the files that are read, in lower case.
    public static List<String> extensions() {
        return List.of("png", "jpg", "jpeg", "gif", "bmp", "webp");
    }

    /// Reads a picture, upright as the camera's note in a JPEG file says; its size is looked at
    /// before any pixel is.
    ///
    /// @param bytes the whole file
    /// @param name what to call it in a sentence
    /// @param maxPixels the most pixels that are taken
    public static Picture read(byte[] bytes, String name, long maxPixels) throws Unreadable {
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Unreadable(
                        "image_decode",
                        "%s is not a picture; give a %s file.".formatted(name, FORMATS));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > maxPixels) {
                    throw new Unreadable(
                            "image_too_large",
                            String.format(
                                    Locale.ROOT,
                                    "%s is %,d × %,d pixels, which is more than the %,d that are"
                                            + " taken; make it smaller.",
                                    name,
                                    width,
                                    height,
                                    maxPixels));
                }
                return Orientation.of(bytes).upright(picture(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers throw many kinds of exception on broken files.
            throw new Unreadable(
                    "image_decode",
                    "%s is a broken or unusual picture; save it again as PNG.".formatted(name));
        }
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

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        ColorModel colors = image.getColorModel();
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean plain =
                !(colors instanceof IndexColorModel) && (bands == 1 || bands == 3 || bands == 4);
        int bits = colors.getComponentSize(0);
        if (plain && bits == 16) {
            return wide(raster, width, height, bands);
        }
        // Grey is read as stored: Java takes its grey for linear light and would change the values.
        if (plain && bands == 1 && bits == 8) {
            return grey(raster, width, height);
        }
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && raster.getDataBuffer() instanceof DataBufferByte bytes
                && bytes.getSize() == width * height * 3) {
            return reversed(bytes.getData(), width, height);
        }
        Picture rgb =
                Picture.ofArgb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return colors instanceof IndexColorModel index && isGrey(index) ? toGrey(rgb) : rgb;
    }

    private static Picture wide(Raster raster, int width, int height, int bands) {
        short[] samples = new short[width * height * bands];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                samples[y * row.length + i] = (short) row[i];
            }
        }
        return Picture.of(width, height, bands, samples);
    }

    private static Picture grey(Raster raster, int width, int height) {
        byte[] samples = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                samples[y * width + x] = (byte) row[x];
            }
        }
        return Picture.of(width, height, 1, samples);
    }

    /// What most photos are read as, without a detour over one `int` per pixel.
    private static Picture reversed(byte[] bgr, int width, int height) {
        byte[] samples = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            samples[i] = bgr[i + 2];
            samples[i + 1] = bgr[i + 1];
            samples[i + 2] = bgr[i];
        }
        return Picture.of(width, height, 3, samples);
    }

    private static boolean isGrey(IndexColorModel index) {
        for (int i = 0; i < index.getMapSize(); i++) {
            int p = index.getRGB(i);
            if (p >>> 24 != 0xff
                    || (p >> 16 & 0xff) != (p & 0xff)
                    || (p >> 8 & 0xff) != (p & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static Picture toGrey(Picture rgb) {
        byte[] samples = new byte[rgb.width() * rgb.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) rgb.sample(i % rgb.width(), i / rgb.width(), 0);
        }
        return Picture.of(rgb.width(), rgb.height(), 1, samples);
    }

    private static BufferedImage image(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        if (picture.channels() == 1 || picture.depth() == 16) {
            return stored(picture);
        }
        BufferedImage image =
                new BufferedImage(
                        width,
                        height,
                        picture.channels() == 4
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, picture.argb(), 0, width);
        return image;
    }

    /// An image over the samples as they are, for grey and for 16 bits.
    private static BufferedImage stored(Picture picture) {
        int type = picture.depth() == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        int space = picture.channels() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        ColorModel colors =
                new ComponentColorModel(
                        ColorSpace.getInstance(space),
                        picture.channels() == 4,
                        false,
                        picture.channels() == 4 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        type);
        WritableRaster raster =
                colors.createCompatibleWritableRaster(picture.width(), picture.height());
        int[] row = new int[picture.width() * picture.channels()];
        for (int y = 0; y < picture.height(); y++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = picture.sample(i / picture.channels(), y, i % picture.channels());
            }
            raster.setPixels(0, y, picture.width(), 1, row);
        }
        return new BufferedImage(colors, raster, false, null);
    }
}
