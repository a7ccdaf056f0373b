package dev.vitrine.window.kind.mask;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import java.util.BitSet;

class BrushTest {
    private static final int WIDTH = 30;
    private static final int HEIGHT = 20;

    /// A pixel whose middle is as good as on the edge may go either way.
    private static final double EDGE = 1e-6;

    @Property(tries = 500)
    void itSetsThePixelsWhoseMiddleIsWithinItsRadiusOfTheLineAndErasesTheSame(
            @ForAll @DoubleRange(min = -5, max = 35) double x0,
            @ForAll @DoubleRange(min = -5, max = 25) double y0,
            @ForAll @DoubleRange(min = -5, max = 35) double x1,
            @ForAll @DoubleRange(min = -5, max = 25) double y1,
            @ForAll @DoubleRange(min = 0.1, max = 9) double radius) {
        BitSet bits = new BitSet();
        Brush.stroke(bits, WIDTH, HEIGHT, x0, y0, x1, y1, radius, false);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double far = distance(i % WIDTH + 0.5, i / WIDTH + 0.5, x0, y0, x1, y1);
            if (Math.abs(far - radius) > EDGE) {
                assertThat(bits.get(i)).as("pixel %d", i).isEqualTo(far < radius);
            }
        }
        assertThat(bits.length()).isLessThanOrEqualTo(WIDTH * HEIGHT);
        Brush.stroke(bits, WIDTH, HEIGHT, x0, y0, x1, y1, radius, true);
        assertThat(bits.isEmpty()).isTrue();
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / square, 0.0, 1.0);
        return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
    }
}
