package dev.vitrine.window.kind.mask;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.window.kind.image.Overlay;

import java.util.Arrays;
import java.util.List;

/// Segments as areas of colour with a stronger edge, the first of several above the others.
///
/// @param mask what is painted
/// @param colour the number of each segment's colour
/// @param chosen the segment that stands out; -1 for none
record Painting(Mask mask, List<Integer> colour, int chosen) implements Overlay.Painter {
    private static final int INSIDE = 0xb0;
    private static final int EDGE = 0xff;

    /// What is not chosen where something is.
    private static final int ASIDE = 0x30;

    @Override
    public Picture paint(int width, int height, int[] colours) {
        int[] of = segments(width, height);
        int[] pixels = new int[of.length];
        for (int i = 0; i < of.length; i++) {
            if (of[i] >= 0) {
                int alpha =
                        chosen >= 0 && of[i] != chosen
                                ? ASIDE
                                : isEdge(of, i, width, height) ? EDGE : INSIDE;
                pixels[i] = alpha << 24 | colours[colour.get(of[i])] & 0xffffff;
            }
        }
        return Picture.ofArgb(width, height, pixels);
    }

    /// The segment of each pixel; -1 where there is none.
    private int[] segments(int width, int height) {
        int[] of = new int[width * height];
        Arrays.fill(of, -1);
        for (int s = mask.segments().size() - 1; s >= 0; s--) {
            fill(of, width, height, s);
        }
        if (chosen >= 0) {
            fill(of, width, height, chosen);
        }
        return of;
    }

    private void fill(int[] of, int width, int height, int segment) {
        Area area = mask.segments().get(segment).area();
        for (int y = 0; y < height; y++) {
            int row = (int) ((y + 0.5) * mask.height() / height);
            for (int x = 0; x < width; x++) {
                if (area.contains((int) ((x + 0.5) * mask.width() / width), row)) {
                    of[y * width + x] = segment;
                }
            }
        }
    }

    /// Edges of the picture are none of a segment's.
    private static boolean isEdge(int[] of, int i, int width, int height) {
        int x = i % width;
        int y = i / width;
        return x > 0 && of[i - 1] != of[i]
                || x < width - 1 && of[i + 1] != of[i]
                || y > 0 && of[i - width] != of[i]
                || y < height - 1 && of[i + width] != of[i];
    }
}
