package dev.vitrine.window;

import dev.vitrine.model.Catalog;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A model in the gallery's list: at first only its name, and once somebody looks at it what stands
/// in its signature.
final class GalleryItem {
    /// What is known of it.
    ///
    /// @param title the name a person reads
    /// @param task what it does, or that it cannot be read
    /// @param summary what it is, or the sentence that says why it cannot be read
    /// @param facts its size and licence, what matters more first
    /// @param picture its thumbnail, where an example has one
    /// @param read whether its signature has been read
    /// @param broken whether it cannot be
    record Face(
            String title,
            String task,
            String summary,
            List<String> facts,
            Optional<Image> picture,
            boolean read,
            boolean broken) {
        /// What is known before its signature has been read.
        static Face unread(String title, String place) {
            return new Face(title, place, "", List.of(), Optional.empty(), false, false);
        }

        /// A model that cannot be read, and why.
        Face broken(String why) {
            return new Face(title, "cannot be read", why, List.of(), Optional.empty(), true, true);
        }

        /// The same with another picture.
        Face with(Optional<Image> other) {
            return new Face(title, task, summary, facts, other, read, broken);
        }
    }

    private static final String GONE = "not there any more";

    private final String id;
    private final @Nullable Path path;
    private final @Nullable Path home;
    private final String place;
    private final ReadOnlyObjectWrapper<Face> face;
    private boolean asked;

    GalleryItem(Catalog.Entry entry) {
        this(entry.id(), null, entry.path(), entry.name(), "");
    }

    private GalleryItem(
            String id, @Nullable Path path, @Nullable Path home, String title, String place) {
        this.id = id;
        this.path = path;
        this.home = home;
        this.place = place;
        this.face = new ReadOnlyObjectWrapper<>(Face.unread(title, place));
    }

    /// A model from outside the gallery, named as it was when it was opened last.
    static GalleryItem recent(Path path, String title) {
        Path folder = path.getParent();
        Path name = folder == null ? null : folder.getFileName();
        return new GalleryItem(
                path.toString(), path, path, title, name == null ? path.toString() : "in " + name);
    }

    /// Where a model from outside the gallery is; nothing for the gallery's own.
    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /// Its folder or file; nothing for a function.
    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    /// Shows whether its file or folder is still there.
    void isThere(boolean there) {
        Face was = face();
        boolean gone = was.broken() && was.task().equals(GONE);
        if (there == gone) {
            face.set(
                    new Face(
                            was.title(),
                            there ? place : GONE,
                            "",
                            List.of(),
                            was.picture(),
                            false,
                            !there));
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

    /// Lets go of its picture, which is read again with the next look.
    void dropPicture() {
        asked = false;
        face.set(face().with(Optional.empty()));
    }

    /// A sentence about it without the folders it lies in, which a card has no room for.
    String brief(String sentence) {
        Path folder = home == null ? null : home.getParent();
        return folder == null
                ? sentence
                : sentence.replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    void become(Face known) {
        face.set(known);
    }

    /// Whether a search finds it: all its words, in any order.
    boolean matches(String words) {
        String all = (id + " " + face().title() + " " + face().task()).toLowerCase(Locale.ROOT);
        return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }

    @Override
    public String toString() {
        return face().title();
    }
}
