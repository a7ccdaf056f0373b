package dev.vitrine.window.kind.boxes;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;

class PlatesTest {
    private static final Rectangle2D PICTURE = new Rectangle2D(20, 10, 300, 200);

    @Property
    void namesStandInsideThePictureAndOnNoOtherName(@ForAll("boxes") List<Rectangle2D> boxes) {
        Plates plates = new Plates(PICTURE);
        List<Rectangle2D> put = new ArrayList<>();
        for (Rectangle2D box : boxes) {
            Rectangle2D at = plates.put(box, 60, 14, false);
            if (at != null) {
                assertThat(PICTURE.contains(at)).as("%s", at).isTrue();
                assertThat(put).noneMatch(at::intersects);
                put.add(at);
            }
        }
        assertThat(put).hasSizeGreaterThanOrEqualTo(Math.min(1, boxes.size()));
    }

    @Example
    void aNameStandsAboveItsBoxAndInsideWhereThatIsTheEdge() {
        assertThat(put(new Rectangle2D(100, 100, 50, 50)))
                .isEqualTo(new Rectangle2D(100, 86, 60, 14));
        assertThat(put(new Rectangle2D(100, 12, 50, 50)))
                .isEqualTo(new Rectangle2D(100, 10, 60, 14));
        assertThat(put(new Rectangle2D(300, 100, 50, 50)))
                .isEqualTo(new Rectangle2D(260, 86, 60, 14));
    }

    @Example
    void whoseNameMustBeSeenIsNamedWhereThereIsNoRoom() {
        Plates plates = new Plates(new Rectangle2D(0, 0, 60, 14));
        Rectangle2D box = new Rectangle2D(0, 0, 60, 14);
        assertThat(plates.put(box, 60, 14, false)).isNotNull();
        assertThat(plates.put(box, 60, 14, false)).isNull();
        assertThat(plates.put(box, 60, 14, true)).isNotNull();
    }

    private static Rectangle2D put(Rectangle2D box) {
        return new Plates(PICTURE).put(box, 60, 14, false);
    }

    @Provide
    Arbitrary<List<Rectangle2D>> boxes() {
        Arbitrary<Integer> place = Arbitraries.integers().between(-50, 350);
        Arbitrary<Integer> size = Arbitraries.integers().between(0, 200);
        return Combinators.combine(place, place, size, size)
                .as((x, y, w, h) -> new Rectangle2D(x, y, w, h))
                .list()
                .ofMaxSize(40);
    }
}
