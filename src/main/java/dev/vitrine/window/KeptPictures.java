package dev.vitrine.window;

import java.util.LinkedHashSet;

/// The models whose thumbnails are held: those that were looked at last. Of the others the words
/// stay known, and the picture is read again when they come back on screen, so that scrolling
/// through thousands costs no more memory than a few screens of them.
final class KeptPictures {
    /// More than a large screen shows at once, in cards and in the list beside a page.
    static final int MOST = 240;

    private final LinkedHashSet<GalleryItem> kept = new LinkedHashSet<>();

    /// Somebody looks at a model; another that was looked at long ago may lose its picture.
    void looked(GalleryItem item) {
        kept.addLast(item);
        if (kept.size() > MOST) {
            kept.removeFirst().dropPicture();
        }
    }

    /// What is to be known of a model now that it was read, which may be after it has been scrolled
    /// out of sight.
    void arrived(GalleryItem item, GalleryItem.Face face) {
        item.become(face);
        if (!kept.contains(item)) {
            item.dropPicture();
        }
    }
}
