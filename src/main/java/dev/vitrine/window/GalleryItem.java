package dev.vitrine.window;

import dev.vitrine.model.Catalog;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;

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

    private final String id;
    private final ReadOnlyObjectWrapper<Face> face;
    private boolean asked;

    GalleryItem(Catalog.Entry entry) {
        this.id = entry.id();
        this.face =
                new ReadOnlyObjectWrapper<>(
                        new Face(entry.name(), "", Optional.empty(), false, false));
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
