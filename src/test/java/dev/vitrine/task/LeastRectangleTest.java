package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import java.util.ArrayList;
import java.util.List;

class LeastRectangleTest {
    /// A bar of 80 × 20 places, turned around (100, 100).
    @Property(tries = 100)
    void aTurnedBarIsFoundAsItLies(@ForAll @DoubleRange(min = -0.7, max = 0.7) double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        List<int[]> ends = new ArrayList<>();
        int top = -1;
        for (int y = 0; y < 200; y++) {
            int first = -1;
            int last = -1;
            for (int x = 0; x < 200; x++) {
                double across = (x - 99.5) * cos + (y - 99.5) * sin;
                double down = (y - 99.5) * cos - (x - 99.5) * sin;
                if (Math.abs(across) <= 40 && Math.abs(down) <= 10) {
                    first = first < 0 ? x : first;
                    last = x;
                }
            }
            if (first >= 0) {
                top = top < 0 ? y : top;
                ends.add(new int[] {first, last + 1});
            }
        }
        LeastRectangle found = LeastRectangle.around(ends, top);
        assertThat(found.angle()).isCloseTo(angle, within(0.03));
        assertThat(found.x()).isCloseTo(100, within(1.0));
        assertThat(found.y()).isCloseTo(100, within(1.0));
        assertThat(found.width()).isCloseTo(81, within(2.5));
        assertThat(found.height()).isCloseTo(21, within(2.5));
    }

    @Example
    void onePlaceIsASquare() {
        assertThat(LeastRectangle.around(List.of(new int[] {3, 4}), 7))
                .isEqualTo(new LeastRectangle(3.5, 7.5, 1, 1, 0));
    }
}
