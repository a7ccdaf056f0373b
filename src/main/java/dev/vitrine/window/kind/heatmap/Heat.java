package dev.vitrine.window.kind.heatmap;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.kind.image.Overlay;

import java.util.List;
import java.util.stream.IntStream;

/// A grey picture in the colours of a scale; what is least may let more of what lies below through.
///
/// @param map the picture
/// @param thin the alpha of the least number, up to 255
public record Heat(Picture map, int thin) implements Overlay.Painter {
    /// The style classes of the scale's colours, from the least to the greatest number.
    public static final List<String> STYLES =
            IntStream.range(0, 5).mapToObj(i -> "heat-colour-" + i).toList();

    /// Levels that are told apart.
    private static final int LEVELS = 256;

    /// The alpha over a picture.
    private static final int THIN = 0x60;

    /// A heat map over a picture.
    Heat(Picture map) {
        this(map, THIN);
    }

    @Override
    public Picture paint(int width, int height, int[] colours) {
        int[] scale = scale(colours);
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            double row = (y + 0.5) * map.height() / height - 0.5;
            for (int x = 0; x < width; x++) {
                double light = at((x + 0.5) * map.width() / width - 0.5, row);
                pixels[y * width + x] = scale[(int) Math.round(light * (LEVELS - 1))];
            }
        }
        return Picture.ofArgb(width, height, pixels);
    }

    /// The light at a place between pixels, 0 to 1.
    private double at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = x - left;
        double down = y - top;
        double upper = light(left, top) * (1 - across) + light(left + 1, top) * across;
        double lower = light(left, top + 1) * (1 - across) + light(left + 1, top + 1) * across;
        return (upper * (1 - down) + lower * down) / (map.depth() == 16 ? 65_535 : 255);
    }

    private int light(int x, int y) {
        return map.sample(Math.clamp(x, 0, map.width() - 1), Math.clamp(y, 0, map.height() - 1), 0);
    }

    private int[] scale(int[] colours) {
        int[] scale = new int[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double place = (double) i / (LEVELS - 1) * (colours.length - 1);
            int below = Math.min((int) place, colours.length - 2);
            scale[i] =
                    alpha(place) << 24 | mixed(colours[below], colours[below + 1], place - below);
        }
        return scale;
    }

    /// Full from the second colour on.
    private int alpha(double place) {
        return (int) Math.round(thin + (0xff - thin) * Math.min(1, place));
    }

    private static int mixed(int from, int to, double part) {
        int pixel = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double sample = (from >> shift & 0xff) * (1 - part) + (to >> shift & 0xff) * part;
            pixel |= (int) Math.round(sample) << shift;
        }
        return pixel;
    }
}
