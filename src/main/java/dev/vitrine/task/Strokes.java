package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;

import java.util.Map;
import java.util.Optional;

/// Takes dark strokes from light paper, as in a photo of a note: the light of the paper is evened
/// out, strokes become light on dark, and they are laid around their centre of mass on a square, as
/// the digits of MNIST are. A picture on dark ground stays what it is.
///
/// @param box the longer side of the strokes as a part of the square's side
/// @param width the least width of a stroke as a part of the square's side
record Strokes(double box, double width) {
    /// The word of [dev.vitrine.signature.Binding#processing()] that asks for it.
    static final String WORD = "strokes";

    /// The longer side of what is looked at; strokes need no more.
    private static final int MOST = 256;

    /// Paper is at least this bright beside the brightest places.
    private static final double BRIGHT = 0.45;

    /// Ink is at least this much darker than its paper.
    private static final double INK = 0.12;

    /// The window in which paper is looked for around a stroke, as a part of the longer side.
    private static final double WINDOW = 0.14;

    /// Specks of less than this part of the largest stroke are none.
    private static final double SPECK = 0.04;

    static Optional<Strokes> of(Words words) {
        return words.binding()
                .step(WORD, Map.class)
                .map(w -> new Strokes(number(w, "box"), number(w, "width")));
    }

    private static double number(Map<?, ?> words, String word) {
        return words.get(word) instanceof Number n ? n.doubleValue() : 0;
    }

    /// The strokes of a picture, light on dark; the picture itself where it is none of dark strokes
    /// on light paper.
    Picture lay(Picture picture) {
        Grey light = Grey.of(picture, MOST);
        double median = light.quantile(0.5);
        double brightest = light.quantile(0.99);
        if (median < BRIGHT * brightest || brightest <= 0) {
            return picture;
        }
        Grey ink = ink(light);
        double level = Otsu.level(ink.values());
        if (ink.most() < INK || level <= 0) {
            return picture;
        }
        boolean[] kept = Specks.without(ink, level, SPECK);
        Bounds bounds = Bounds.of(kept, ink.width());
        return bounds == null ? picture : square(full(ink, kept, level), bounds);
    }

    /// How much darker each place is than the paper around it, 0 to 1.
    private static Grey ink(Grey light) {
        int reach = (int) Math.max(2, WINDOW * Math.max(light.width(), light.height()) / 2);
        Grey calm = light.blurred(1);
        Grey paper = calm.greatest(reach).least(reach).blurred(reach);
        float[] ink = new float[light.values().length];
        for (int i = 0; i < ink.length; i++) {
            float ground = paper.values()[i];
            ink[i] = ground <= 0 ? 0 : Math.clamp(1 - calm.values()[i] / ground, 0f, 1f);
        }
        return new Grey(light.width(), light.height(), ink);
    }

    /// Strokes as light as ink becomes, with the soft edges they had, and nothing beside them.
    private static Grey full(Grey ink, boolean[] kept, double level) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                sum += ink.values()[i];
                count++;
            }
        }
        double full = sum / Math.max(1, count);
        double none = level / 2;
        Grey near = Grey.of(kept, ink.width(), ink.height()).greatest(2);
        float[] values = new float[kept.length];
        for (int i = 0; i < values.length; i++) {
            double part = (ink.values()[i] - none) / Math.max(1e-6, full - none);
            values[i] = near.values()[i] > 0 ? (float) Math.clamp(part, 0.0, 1.0) : 0;
        }
        return new Grey(ink.width(), ink.height(), values);
    }

    /// The square around the strokes' centre of mass, which is made larger where they would be cut.
    private Picture square(Grey strokes, Bounds bounds) {
        double side = Math.max(bounds.width(), bounds.height()) / box;
        double wanted = width * side;
        int more = (int) Math.round((wanted - strokes.strokeWidth()) / 2);
        Grey thick = more > 0 ? strokes.greatest(more) : strokes;
        double[] middle = thick.mass();
        double reach = side / 2;
        reach = Math.max(reach, Math.max(middle[0] - bounds.left(), bounds.right() - middle[0]));
        reach = Math.max(reach, Math.max(middle[1] - bounds.top(), bounds.bottom() - middle[1]));
        int size = (int) Math.ceil(2 * reach);
        int left = (int) Math.round(middle[0] - size / 2.0);
        int top = (int) Math.round(middle[1] - size / 2.0);
        byte[] samples = new byte[size * size];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(255 * thick.at(left + i % size, top + i / size));
        }
        return Picture.of(size, size, 1, samples);
    }
}
