package dev.vitrine.kind.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plain TIFF files (TIFF 6.0) with whatever tags a test wants.
final class Tiff {
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final ByteOrder order;
    private final List<byte[]> pages;
    private final int width;
    private final int height;
    private final Map<Integer, Integer> tags = new TreeMap<>();

    /// @param pages the samples of each page, in the file's order of bytes
    Tiff(ByteOrder order, int width, int height, int bits, int channels, byte[]... pages) {
        this.order = order;
        this.width = width;
        this.height = height;
        this.pages = List.of(pages);
        with(256, width).with(257, height).with(258, bits).with(259, 1);
        with(262, channels == 1 ? 1 : 2).with(277, channels).with(278, height);
    }

    /// Sets a tag of every page.
    Tiff with(int tag, int value) {
        tags.put(tag, value);
        return this;
    }

    /// Samples of 16 bits as bytes.
    static byte[] words(ByteOrder order, int... samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(order);
        for (int sample : samples) {
            bytes.putShort((short) sample);
        }
        return bytes.array();
    }

    byte[] file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(8).order(order);
        head.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
        out.writeBytes(head.putShort((short) 42).putInt(8).array());
        for (int page = 0; page < pages.size(); page++) {
            byte[] samples = pages.get(page);
            int channels = tags.get(277);
            // the directory, the bits of each channel, and the samples behind it
            int from = out.size();
            int size = 2 + 12 * (tags.size() + 2) + 4;
            int bits = from + size;
            int strip = bits + 2 * channels;
            int next = page + 1 < pages.size() ? strip + samples.length : 0;
            ByteBuffer directory = ByteBuffer.allocate(size + 2 * channels).order(order);
            Map<Integer, Integer> all = new TreeMap<>(tags);
            all.put(273, strip);
            all.put(279, samples.length);
            directory.putShort((short) all.size());
            all.forEach((tag, value) -> {
                int count = tag == 258 ? channels : 1;
                boolean isLong = tag == 273 || tag == 279;
                directory.putShort((short) (int) tag);
                directory.putShort((short) (isLong ? LONG : SHORT)).putInt(count);
                if (isLong) {
                    directory.putInt(value);
                } else if (count > 2) {
                    directory.putInt(bits);
                } else {
                    directory.putShort((short) (int) value).putShort((short) (int) value);
                }
            });
            directory.putInt(next);
            for (int c = 0; c < channels; c++) {
                directory.putShort((short) (int) tags.get(258));
            }
            out.writeBytes(directory.array());
            out.writeBytes(samples);
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "%d × %d, %s".formatted(width, height, tags);
    }
}
