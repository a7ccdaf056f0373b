package dev.vitrine.kind;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The bytes of ZIP files; equal content gives equal bytes.
public final class ZipBytes {
    /// 1 January 1980, the first time a ZIP file can hold.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ZipBytes() {}

    /// Entries that get smaller.
    ///
    /// @param entries what makes the bytes of each, by its path, in their order
    public static byte[] deflated(Map<String, Callable<byte[]>> entries) {
        return of(entries, Deflater.DEFAULT_COMPRESSION);
    }

    /// Entries that do not, such as PNG files.
    public static byte[] stored(Map<String, Callable<byte[]>> entries) {
        return of(entries, Deflater.NO_COMPRESSION);
    }

    private static byte[] of(Map<String, Callable<byte[]>> entries, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(level);
            for (Map.Entry<String, Callable<byte[]>> one : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(one.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(one.getValue().call());
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
