package dev.vitrine.kind.gallery;

import dev.vitrine.kind.ZipBytes;
import dev.vitrine.kind.file.FileName;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// A gallery as a ZIP file: pictures by their number and caption, so that they keep their order
/// where files are sorted by name.
public final class GalleryZip {
    private GalleryZip() {}

    /// The whole file.
    public static byte[] bytes(Gallery gallery) {
        Map<String, Callable<byte[]>> entries = new LinkedHashMap<>();
        for (int i = 0; i < gallery.size(); i++) {
            Gallery.Item item = gallery.items().get(i);
            entries.put(name(gallery, i), () -> GalleryKind.png(item));
        }
        return ZipBytes.stored(entries);
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
