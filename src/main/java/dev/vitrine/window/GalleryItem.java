package dev.vitrine.window;

import dev.vitrine.model.Catalog;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A model in the gallery's list: at first only its name, and once somebody looks at it what stands
/// in its signature.
final class GalleryItem {
    /// What is known of it.
    ///
    /// @param title the name a person reads
    /// @param task what it does, or that it cannot be read
    /// @param picture its thumbnail, where an example has one
    /// @param read whether its signature has been read
    /// @param broken whether it cannot be
    record Face(String title, String task, Optional<Image> picture, boolean read, boolean broken) {}

    private static final String GONE = "not there any more";

    private final String id;
    private final @Nullable Path path;
    private final String place;
    private final ReadOnlyObjectWrapper<Face> face;
    private boolean asked;

    GalleryItem(Catalog.Entry entry) {
        this(entry.id(), null, entry.name(), "");
    }

    private GalleryItem(String id, @Nullable Path path, String title, String place) {
        this.id = id;
        this.path = path;
        this.place = place;
        this.face =
                new ReadOnlyObjectWrapper<>(new Face(title, place, Optional.empty(), false, false));
    }

    /// A model from outside the gallery, named as it was when it was opened last.
    static GalleryItem recent(Path path, String title) {
        Path folder = path.getParent();
        Path name = folder == null ? null : folder.getFileName();
        return new GalleryItem(
                path.toString(), path, title, name == null ? path.toString() : "in " + name);
    }

    /// Where a model from outside the gallery is; nothing for the gallery's own.
    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /// Shows whether its file or folder is still there.
    void isThere(boolean there) {
        Face was = face();
        boolean gone = was.broken() && was.task().equals(GONE);
        if (there == gone) {
            face.set(new Face(was.title(), there ? place : GONE, was.picture(), false, !there));
        }
    }

    String id() {
        return id;
    }

    ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    Face face() {
        return face.get();
    }

    /// Whether this is the first time somebody looks at it.
    boolean firstLook() {
        boolean first = !asked;
        asked = true;
        return first;
    }

    void become(Face known) {
        face.set(known);
    }

    /// Whether a search finds it.
    boolean matches(String words) {
        String all = (id + " " + face().title() + " " + face().task()).toLowerCase(Locale.ROOT);
        return all.contains(words.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return face().title();
    }
}
