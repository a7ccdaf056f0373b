package dev.vitrine.model;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The place of one model in the catalogue: its id, where it is read from, and the model once it
/// was.
final class Shelf {
    final String id;
    final @Nullable Path path;
    final @Nullable Path key;

    private @Nullable Model model;

    /// @param id what the endpoint calls it
    /// @param path its folder or file as it was named
    /// @param key the same folder or file under its one name
    Shelf(String id, Path path, Path key) {
        this.id = id;
        this.path = path;
        this.key = key;
    }

    Shelf(String id, Model model) {
        this.id = id;
        this.path = model.about().origin().orElse(null);
        this.key = null;
        this.model = model;
    }

    boolean isThere() {
        return key == null || Files.exists(key);
    }

    /// The model, read where it was not yet; a failure is not kept.
    synchronized Model model(Residents residents) {
        Model known = model;
        return known == null ? read(residents) : known;
    }

    /// The model, read again where it came from files.
    synchronized Model reload(Residents residents) {
        Model before = model;
        if (before == null) {
            return read(residents);
        }
        if (key == null) {
            return before;
        }
        Model after = read(residents);
        before.close();
        return after;
    }

    private Model read(Residents residents) {
        Model read = ModelFolder.read(Objects.requireNonNull(path), residents, id);
        model = read;
        return read;
    }

    synchronized void close() {
        if (model != null) {
            model.close();
        }
    }
}
