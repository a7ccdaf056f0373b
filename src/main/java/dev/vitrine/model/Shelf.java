package dev.vitrine.model;

import dev.vitrine.model.format.Draft;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The place of one model in the catalogue: its id, where it is read from, and the model once it
/// was.
final class Shelf {
    final String id;
    final @Nullable Path path;
    final @Nullable Path key;

    private @Nullable Model model;

    /// What the model's signature was changed to; null where it is what its files say.
    private @Nullable Draft revision;

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

    /// The model with another signature, from now on; its networks stay open.
    synchronized Model revise(Residents residents, Draft draft) {
        Model before = model(residents);
        Model after = ModelFolder.read(Objects.requireNonNull(path), residents, id, draft);
        Model now = over(before, after);
        model = now;
        revision = draft;
        return now;
    }

    /// What the signature was changed to; nothing where it is what the files say.
    synchronized Optional<Draft> revision() {
        return Optional.ofNullable(revision);
    }

    /// The model as its files say, from now on; its networks stay open.
    synchronized Model restore(Residents residents) {
        Model before = model(residents);
        Model now = over(before, read(residents));
        model = now;
        return now;
    }

    private static Model over(Model before, Model after) {
        if (before instanceof NetworkModel was && after instanceof NetworkModel now) {
            NetworkModel over = now.over(was);
            if (over != now) {
                return over;
            }
        }
        before.close();
        return after;
    }

    private Model read(Residents residents) {
        Model read = ModelFolder.read(Objects.requireNonNull(path), residents, id);
        model = read;
        revision = null;
        return read;
    }

    synchronized void close() {
        if (model != null) {
            model.close();
        }
    }
}
