package dev.vitrine.window.kind.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.image.Stroke.Point;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.List;
import java.util.Map;
import java.util.Objects;

class InkingTest {
    private static final Pen CHALK = new Pen(0xffffff, 0x000000, 0.08);
    private static final Paper PAPER = new Paper(56, 56);

    @Provide
    Arbitrary<Stroke> strokes() {
        Arbitrary<Double> place = Arbitraries.doubles().between(-0.1, 1.1);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(0.01, 0.25),
                        Combinators.combine(place, place)
                                .as(Point::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6))
                .as(Stroke::new);
    }

    @Provide
    Arbitrary<List<Stroke>> sheets() {
        return strokes().list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 100)
    void drawnPointByPointIsDrawnAtOnce(@ForAll("sheets") List<Stroke> strokes) {
        Inking slowly = new Inking(CHALK, PAPER, null);
        Picture before = slowly.picture();
        for (Stroke stroke : strokes) {
            slowly.begin(stroke.erases(), stroke.width());
            for (Point point : stroke.points()) {
                slowly.add(point);
                before = slowly.picture();
            }
            slowly.end();
            assertThat(slowly.picture()).as("lifting the pen changes nothing").isEqualTo(before);
        }
        assertThat(slowly.picture())
                .isEqualTo(Inking.picture(CHALK, PAPER, new Sheet(null, strokes)));
    }

    @Property(tries = 100)
    void greyInkOnGreyPaperIsAGreyPictureThatStaysWithinThem(
            @ForAll("sheets") List<Stroke> strokes) {
        Pen pen = new Pen(0xc0c0c0, 0x202020, 0.1);
        Picture picture = draw(pen, strokes);
        assertThat(picture.channels()).isEqualTo(1);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                assertThat(picture.sample(x, y, 0)).isBetween(0x20, 0xc0);
            }
        }
    }

    @Property(tries = 50)
    void erasingEverythingBringsThePaperBack(@ForAll("sheets") List<Stroke> strokes) {
        List<Stroke> all =
                java.util.stream.Stream.concat(
                                strokes.stream(),
                                java.util.stream.IntStream.rangeClosed(0, 10)
                                        .mapToObj(i ->
                                                new Stroke(
                                                        true,
                                                        0.25,
                                                        List.of(
                                                                new Point(-0.2, i / 10.0),
                                                                new Point(1.2, i / 10.0)))))
                        .toList();
        assertThat(draw(CHALK, all)).isEqualTo(new Inking(CHALK, PAPER, null).picture());
    }

    @Property(tries = 50)
    void aPictureWithoutStrokesIsTheOneThatWasOpened(
            @ForAll @IntRange(min = 1, max = 40) int side) {
        Picture opened = Picture.of(side, side, 3, new byte[side * side * 3]);
        assertThat(Inking.picture(CHALK, PAPER, new Sheet(opened, List.of()))).isSameAs(opened);
    }

    @Example
    void aDotIsAFilledCircleOfThePensWidth() {
        Picture dot = draw(CHALK, List.of(new Stroke(false, 0.25, List.of(new Point(0.5, 0.5)))));
        double area = 0;
        for (int y = 0; y < 56; y++) {
            for (int x = 0; x < 56; x++) {
                area += dot.sample(x, y, 0) / 255.0;
            }
        }
        assertThat(area).isCloseTo(Math.PI * 7 * 7, org.assertj.core.data.Offset.offset(3.0));
    }

    @Example
    void drawingOverATinyPictureKeepsItsPixelsUnderneath() {
        byte[] samples = new byte[28 * 28];
        samples[0] = (byte) 200;
        Picture opened = Picture.of(28, 28, 1, samples);
        Paper paper = Paper.of(Port.of("image", "image"), opened);
        assertThat(paper).isEqualTo(new Paper(280, 280));
        Stroke far = new Stroke(false, 0.02, List.of(new Point(0.9, 0.9)));
        Picture drawn =
                Objects.requireNonNull(
                        Inking.picture(CHALK, paper, new Sheet(opened, List.of(far))));
        assertThat(drawn.channels()).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            assertThat(drawn.sample(i, i, 0)).isEqualTo(200);
        }
        assertThat(drawn.sample(10, 10, 0)).isZero();
        assertThat(drawn.sample(252, 252, 0)).isEqualTo(255);
    }

    @Example
    void thePaperIsAWholeMultipleOfTheTensorNeverDependingOnTheScreen() {
        assertThat(paper(28, 28)).isEqualTo(new Paper(280, 280));
        assertThat(paper(224, 224)).isEqualTo(new Paper(448, 448));
        assertThat(paper(32, 64)).isEqualTo(new Paper(320, 160));
        assertThat(Paper.of(Port.of("image", "image"))).isEqualTo(new Paper(280, 280));
        Picture photo = Picture.of(4000, 20, 1, new byte[80_000]);
        assertThat(Paper.of(Port.of("image", "image"), photo)).isEqualTo(new Paper(1024, 5));
    }

    private static Paper paper(int height, int width) {
        return Paper.of(
                Port.of("image", "image")
                        .withTensor(Binding.of("image", Map.of("size", List.of(height, width)))));
    }

    private static Picture draw(Pen pen, List<Stroke> strokes) {
        return Objects.requireNonNull(Inking.picture(pen, PAPER, new Sheet(null, strokes)));
    }
}
