package dev.vitrine.task;

import org.jspecify.annotations.Nullable;

/// The rectangle around some places of a plane.
///
/// @param left the first column
/// @param top the first row
/// @param right behind the last column
/// @param bottom below the last row
record Bounds(int left, int top, int right, int bottom) {
    /// The rectangle around what is set; null where nothing is.
    static @Nullable Bounds of(boolean[] set, int width) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                left = Math.min(left, i % width);
                top = Math.min(top, i / width);
                right = Math.max(right, i % width + 1);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return right < 0 ? null : new Bounds(left, top, right, bottom);
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }
}
