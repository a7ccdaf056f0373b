package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What an image editor holds: a picture, or nothing, and what was drawn over it.
///
/// @param background a picture that was opened, pasted or given
/// @param strokes what was drawn, oldest first
/// @param note what else there is to know about the picture, such as that it is the first of many
record Sheet(@Nullable Picture background, List<Stroke> strokes, String note) {
    /// An empty sheet.
    static final Sheet EMPTY = new Sheet(null, List.of());

    Sheet {
        strokes = List.copyOf(strokes);
    }

    Sheet(@Nullable Picture background, List<Stroke> strokes) {
        this(background, strokes, "");
    }

    boolean isEmpty() {
        return background == null && strokes.isEmpty();
    }

    Sheet with(Stroke stroke) {
        List<Stroke> all = new ArrayList<>(strokes);
        all.add(stroke);
        return new Sheet(background, all, note);
    }
}
