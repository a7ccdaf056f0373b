package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/// Which sheet a picture was drawn on, for as long as somebody else keeps the picture: so a form's
/// undo, which knows pictures only, brings back strokes that can be undone one by one.
final class Drawn {
    private record Pair(WeakReference<Picture> picture, Sheet sheet) {}

    private static final int MOST = 200;

    private final Deque<Pair> pairs = new ArrayDeque<>();

    /// Notes what came of a sheet.
    void note(@Nullable Picture picture, Sheet sheet) {
        if (picture == null) {
            return;
        }
        pairs.removeIf(p -> p.picture().refersTo(null) || p.picture().refersTo(picture));
        pairs.push(new Pair(new WeakReference<>(picture), sheet));
        if (pairs.size() > MOST) {
            pairs.removeLast();
        }
    }

    /// The sheet of this very picture; the empty one of none; null where it is not known.
    @Nullable Sheet find(@Nullable Picture picture) {
        if (picture == null) {
            return Sheet.EMPTY;
        }
        return pairs.stream()
                .filter(p -> p.picture().refersTo(picture))
                .map(Pair::sheet)
                .findFirst()
                .orElse(null);
    }

    /// What came of a sheet before; null where that is not known any more.
    @Nullable Picture picture(Sheet sheet) {
        return pairs.stream()
                .filter(p -> p.sheet().equals(sheet))
                .map(p -> p.picture().get())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
