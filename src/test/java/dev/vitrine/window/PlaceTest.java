package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlaceTest {
    private static final List<Rectangle2D> SCREENS =
            List.of(
                    new Rectangle2D(0, 30, 1920, 1050),
                    new Rectangle2D(-1280, 0, 1280, 1024),
                    new Rectangle2D(1920, -600, 1080, 1920));

    @Test
    void aPlaceWithinReachStaysAsItIs() {
        Place here = new Place(-1200, 40, 1000, 700, false);
        assertThat(here.on(SCREENS)).isSameAs(here);
        Place partlyOff = new Place(1500, 900, 1000, 700, true);
        assertThat(partlyOff.on(SCREENS)).isSameAs(partlyOff);
    }

    @Property
    void theTitleBarIsAlwaysWithinReachAndTheWindowNoLargerThanItsScreen(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double x,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double y,
            @ForAll @DoubleRange(min = 200, max = 1e5) double width,
            @ForAll @DoubleRange(min = 200, max = 1e5) double height) {
        Place place = new Place(x, y, width, height, false).on(SCREENS);
        assertThat(SCREENS)
                .anyMatch(s ->
                        s.contains(place.x() + place.width() / 2, place.y())
                                && place.width() <= s.getWidth()
                                && place.height() <= s.getHeight());
    }
}
