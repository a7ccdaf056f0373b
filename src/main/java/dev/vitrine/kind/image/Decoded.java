package dev.vitrine.kind.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/// What ImageIO has decoded, as a picture. The samples of a photo are taken over and not copied: a
/// large one would not fit into memory twice.
final class Decoded {
    private static final ImageTypeSpecifier RGB =
            ImageTypeSpecifier.createInterleaved(
                    ColorSpace.getInstance(ColorSpace.CS_sRGB),
                    new int[] {0, 1, 2},
                    DataBuffer.TYPE_BYTE,
                    false,
                    false);

    private final BufferedImage image;
    private final Raster raster;
    private final ColorModel colors;
    private final int width;
    private final int height;
    private final int bands;

    private Decoded(BufferedImage image) {
        this.image = image;
        this.raster = image.getRaster();
        this.colors = image.getColorModel();
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.bands = raster.getNumBands();
    }

    /// The picture.
    ///
    /// @param image not to be used after
    static Picture picture(BufferedImage image) {
        return new Decoded(image).picture();
    }

    /// Asks for the samples of a photo in a picture's order, so that they need not be brought into
    /// it.
    static ImageReadParam order(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        boolean isPhoto =
                reader.getFormatName().equalsIgnoreCase("JPEG")
                        && types.hasNext()
                        && types.next().getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR;
        if (isPhoto) {
            param.setDestination(RGB.createBufferedImage(reader.getWidth(0), reader.getHeight(0)));
        }
        return param;
    }

    /// Whether an image holds numbers of which a picture could keep a part only.
    static boolean isTooDeep(BufferedImage image) {
        int type = image.getRaster().getDataBuffer().getDataType();
        return image.getColorModel() instanceof ComponentColorModel
                && (type == DataBuffer.TYPE_INT
                        || type == DataBuffer.TYPE_FLOAT
                        || type == DataBuffer.TYPE_DOUBLE);
    }

    private Picture picture() {
        if (!isPlain()) {
            Picture rgb =
                    Picture.ofArgb(
                            width, height, image.getRGB(0, 0, width, height, null, 0, width));
            return colors instanceof IndexColorModel index && isGrey(index) ? toGrey(rgb) : rgb;
        }
        boolean wide = colors.getComponentSize(0) == 16;
        return bands == 2 ? spread(wide) : wide ? words() : bytes();
    }

    /// Whether the samples are those of a picture as they are.
    ///
    /// Grey is taken as stored: Java takes its grey for linear light and would change the values.
    private boolean isPlain() {
        if (!(colors instanceof ComponentColorModel) || colors.isAlphaPremultiplied()) {
            return false;
        }
        int bits = colors.getComponentSize(0);
        ColorSpace space = colors.getColorSpace();
        boolean grey = space.getType() == ColorSpace.TYPE_GRAY && space.getNumComponents() == 1;
        boolean rgb = space.getType() == ColorSpace.TYPE_RGB && (space.isCS_sRGB() || bits == 16);
        return (grey || rgb)
                && (bits == 8 || bits == 16)
                && bands == space.getNumComponents() + (colors.hasAlpha() ? 1 : 0);
    }

    private Picture bytes() {
        int[] offsets = offsets();
        if (offsets.length > 0
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == width * height * bands) {
            byte[] samples = buffer.getData();
            arrange(samples, offsets);
            return Picture.owning(width, height, bands, samples);
        }
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                samples[y * row.length + i] = (byte) row[i];
            }
        }
        return Picture.owning(width, height, bands, samples);
    }

    private Picture words() {
        int[] offsets = offsets();
        if (isInOrder(offsets)
                && raster.getDataBuffer() instanceof DataBufferUShort buffer
                && buffer.getData().length == width * height * bands) {
            return Picture.owning(width, height, bands, buffer.getData());
        }
        short[] samples = new short[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                samples[y * row.length + i] = (short) row[i];
            }
        }
        return Picture.owning(width, height, bands, samples);
    }

    /// Grey with alpha as four channels.
    private Picture spread(boolean wide) {
        int count = Math.multiplyExact(Math.multiplyExact(width, height), 4);
        byte[] bytes = new byte[wide ? 0 : count];
        short[] words = new short[wide ? count : 0];
        int[] row = new int[width * 2];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < 4 * width; i++) {
                int sample = row[i / 4 * 2 + (i % 4 == 3 ? 1 : 0)];
                if (wide) {
                    words[y * 4 * width + i] = (short) sample;
                } else {
                    bytes[y * 4 * width + i] = (byte) sample;
                }
            }
        }
        return wide
                ? Picture.owning(width, height, 4, words)
                : Picture.owning(width, height, 4, bytes);
    }

    /// Where each band lies in a pixel; empty where pixels do not follow each other without gaps.
    private int[] offsets() {
        return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                        && raster.getParent() == null
                        && model.getPixelStride() == bands
                        && model.getScanlineStride() == width * bands
                        && raster.getDataBuffer().getOffset() == 0
                ? model.getBandOffsets()
                : new int[0];
    }

    private static boolean isInOrder(int[] offsets) {
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] != i) {
                return false;
            }
        }
        return offsets.length > 0;
    }

    /// Brings the bands of each pixel into a picture's order, in place.
    private static void arrange(byte[] samples, int[] offsets) {
        if (isInOrder(offsets)) {
            return;
        }
        if (offsets.length == 3 && offsets[0] == 2 && offsets[1] == 1) {
            // what most photos are decoded to
            for (int i = 0; i < samples.length; i += 3) {
                byte blue = samples[i];
                samples[i] = samples[i + 2];
                samples[i + 2] = blue;
            }
            return;
        }
        byte[] pixel = new byte[offsets.length];
        for (int i = 0; i < samples.length; i += pixel.length) {
            System.arraycopy(samples, i, pixel, 0, pixel.length);
            for (int c = 0; c < pixel.length; c++) {
                samples[i + c] = pixel[offsets[c]];
            }
        }
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
        return Picture.owning(rgb.width(), rgb.height(), 1, samples);
    }
}
