package dev.vitrine.kind.gallery;

import dev.vitrine.kind.file.FileName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A gallery as a ZIP file: pictures by their number and caption, so that they keep their order
/// where files are sorted by name.
public final class GalleryZip {
    /// 1 January 1980, the first time a ZIP file can hold; equal galleries give equal bytes.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private GalleryZip() {}

    /// The whole file.
    public static byte[] bytes(Gallery gallery) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            // PNG files do not get smaller
            zip.setLevel(0);
            for (int i = 0; i < gallery.size(); i++) {
                ZipEntry entry = new ZipEntry(name(gallery, i));
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(GalleryKind.png(gallery.items().get(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String name(Gallery gallery, int index) {
        int digits = String.valueOf(gallery.size()).length();
        String number = ("%0" + digits + "d").formatted(index + 1);
        String caption = gallery.items().get(index).caption().strip();
        String words = caption.replaceFirst("\\.(?i:png|jpe?g|gif|bmp|webp|tiff?)$", "");
        String plain = words.replaceAll("[/\\\\]", "_");
        return words.isEmpty()
                ? number + ".png"
                : FileName.safe("%s %s.png".formatted(number, plain));
    }
}
