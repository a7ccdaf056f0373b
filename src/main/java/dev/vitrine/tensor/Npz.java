package dev.vitrine.tensor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// NumPy's `.npz` format: a ZIP file of `.npy` files, each an array by its name.
public final class Npz {
    private static final String NPY = ".npy";

    /// How much a file may hold unpacked: this, or so many times its size where that is more.
    private static final long ALWAYS = 64L << 20;

    private static final int TIMES = 20;
    private static final long MOST = Integer.MAX_VALUE - 16;

    private Npz() {}

    /// Whether these bytes begin as a `.npz` file does, or any other ZIP file.
    public static boolean matches(byte[] bytes) {
        return bytes.length >= 22
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6);
    }

    /// Reads all arrays, in the order of the file.
    ///
    /// @throws IllegalArgumentException with a sentence where the bytes are no `.npz` file, unpack
    ///   to far more than they are, or hold an array that no tensor can
    public static SequencedMap<String, Tensor> read(byte[] bytes) {
        if (!matches(bytes)) {
            throw new IllegalArgumentException(
                    "This is not a .npz file; save one with numpy.savez.");
        }
        SequencedMap<String, Tensor> arrays = new LinkedHashMap<>();
        unpack(bytes).forEach((name, array) -> arrays.put(name, Npy.read(array)));
        return arrays;
    }

    private static SequencedMap<String, byte[]> unpack(byte[] bytes) {
        SequencedMap<String, byte[]> arrays = new LinkedHashMap<>();
        long most = Math.min(Math.max(ALWAYS, TIMES * (long) bytes.length), MOST);
        long held = 0;
        try (ZipInputStream zip = reader(bytes)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                byte[] entry = zip.readNBytes((int) (most - held + 1));
                held += entry.length;
                if (held > most) {
                    throw new IllegalArgumentException(
                            "This .npz file unpacks to more than %d MB; save fewer arrays, or save them unpacked with numpy.savez."
                                    .formatted(most >> 20));
                }
                if (e.getName().endsWith(NPY)) {
                    arrays.put(
                            e.getName().substring(0, e.getName().length() - NPY.length()), entry);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "This .npz file is damaged or cut short; save it again with numpy.savez.", e);
        }
        return arrays;
    }

    /// Names in UTF-8 or, where they are not, each byte as a character: what is said of a name
    /// never fails a file.
    private static ZipInputStream reader(byte[] bytes) {
        return new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1);
    }

    /// Writes arrays as `numpy.savez` does, without packing them.
    ///
    /// @throws IllegalArgumentException where one holds strings
    public static byte[] write(Map<String, Tensor> arrays) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(0);
            for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey() + NPY);
                // The same arrays give the same bytes.
                entry.setTime(315_532_800_000L);
                zip.putNextEntry(entry);
                zip.write(Npy.write(array.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
