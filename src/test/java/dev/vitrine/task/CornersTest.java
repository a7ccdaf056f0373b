package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.boxes.Box;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import java.util.List;

class CornersTest {
    /// Turning both shapes together changes nothing.
    @Property
    void uprightShapesOverlapAsTheirBoxesDoHoweverBothAreTurned(
            @ForAll @DoubleRange(min = -20, max = 20) double x,
            @ForAll @DoubleRange(min = -20, max = 20) double y,
            @ForAll @DoubleRange(min = 1, max = 30) double width,
            @ForAll @DoubleRange(min = 1, max = 30) double height,
            @ForAll @DoubleRange(min = -7, max = 7) double angle) {
        Box one = Box.of("", 1, 0, 0, 12, 8);
        Box other = Box.of("", 1, x, y, width, height);
        double overlap = Corners.overlap(turned(one, angle), turned(other, angle));
        assertThat(overlap).isCloseTo(one.overlap(other), within(1e-6));
        assertThat(Corners.overlap(turned(other, angle), turned(one, angle)))
                .isCloseTo(overlap, within(1e-6));
        assertThat(Corners.overlap(turned(one, angle), turned(one, angle)))
                .isCloseTo(1, within(1e-6));
    }

    private static Box turned(Box box, double angle) {
        List<Box.Point> points =
                List.of(
                        point(box.x(), box.y(), angle),
                        point(box.x() + box.width(), box.y(), angle),
                        point(box.x() + box.width(), box.y() + box.height(), angle),
                        point(box.x(), box.y() + box.height(), angle));
        return Corners.box("", 1, points);
    }

    private static Box.Point point(double x, double y, double angle) {
        return new Box.Point(
                "",
                x * Math.cos(angle) - y * Math.sin(angle),
                x * Math.sin(angle) + y * Math.cos(angle));
    }
}
