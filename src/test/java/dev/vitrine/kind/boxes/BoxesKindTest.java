package dev.vitrine.kind.boxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Samples;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class BoxesKindTest {
    private static final BoxesKind KIND = new BoxesKind();
    private static final Port PORT = Port.of("found", "boxes");
    private static final Box CAT =
            new Box("cat", 0.9, 10, 20, 30, 40, List.of(new Box.Point("nose", 25, 40)));

    @Provide
    Arbitrary<Boxes> boxes() {
        return Samples.of("boxes").map(s -> (Boxes) s.value());
    }

    @Property(tries = 200)
    void boxesAreAsExpectedInWhateverOrderTheyCome(
            @ForAll("boxes") Boxes boxes, @ForAll Random random) {
        List<Box> shuffled = new ArrayList<>(boxes.boxes());
        Collections.shuffle(shuffled, random);
        assertThat(KIND.differs(PORT, KIND.encode(PORT, boxes), new Boxes(shuffled), 0)).isEmpty();
    }

    @Example
    void aLengthMayLieAPixelApartAndAScoreTheExamplesTolerance() {
        assertThat(differs("{'boxes': [{'x': 10.9, 'y': 19.1}]}", 1e-3)).isEmpty();
        assertThat(differs("{'boxes': [{'x': 11.1}]}", 1e-3))
                .isEqualTo("boxes.0: x is 10.0, expected 11.1");
        assertThat(differs("{'pixels': 2, 'boxes': [{'x': 11.9}]}", 1e-3)).isEmpty();
        assertThat(differs("{'pixels': 0.5, 'boxes': [{'points': [{'x': 26}]}]}", 1e-3))
                .isEqualTo("boxes.0: points.0.x is 25.0, expected 26");
        assertThat(differs("{'boxes': [{'score': 0.91}]}", 1e-3))
                .isEqualTo("boxes.0: score is 0.9, expected 0.91");
        assertThat(differs("{'boxes': [{'score': 0.91}]}", 0.02)).isEmpty();
    }

    @Example
    void anotherClassOrCountIsADifference() {
        assertThat(differs("{'boxes': []}", 1)).isEqualTo("1 boxes, expected 0");
        assertThat(differs("{'boxes': [{'label': 'dog'}]}", 1))
                .isEqualTo("boxes.0: label is \"cat\", expected \"dog\"");
        assertThat(differs("{'boxes': [{}, {}]}", 1)).isEqualTo("1 boxes, expected 2");
    }

    @Example
    void whatIsGivenByHandNeedsItsPlaceOnly() {
        assertThat(read("{'boxes': [{'x': 1, 'y': 2, 'width': 3, 'height': 4}]}"))
                .isEqualTo(Boxes.of(Box.drawn("", 1, 2, 3, 4)));
        assertThat(read("{'boxes': []}")).isEqualTo(Boxes.NONE);
    }

    @Example
    void aBoxWithoutAScoreGetsNoneAndOneThatIsSureKeepsIt() {
        assertThat(KIND.encode(PORT, Boxes.of(Box.drawn("cat", 1, 2, 3, 4))).toString())
                .doesNotContain("score");
        assertThat(KIND.encode(PORT, Boxes.of(Box.of("cat", 1, 1, 2, 3, 4))).toString())
                .contains("\"score\":1.0");
        assertThat(KIND.text(PORT, Boxes.of(Box.drawn("cat", 1, 2, 3, 4))))
                .isEqualTo("1 box: cat at x 1, y 2, 3 × 4");
    }

    @Example
    void aWrongWordIsNamedWithItsBox() {
        String good = "{'x': 1, 'y': 2, 'width': 3, 'height': 4}";
        assertRefused(
                "{'boxes': [" + good + ", {'x': 1, 'y': 2, 'height': 4}]}",
                "'Found' has a box 2 without 'width'; give it a number.",
                List.of("boxes", 1, "width"));
        assertRefused(
                "{'boxes': [{'x': '1'}]}",
                "'Found' has a box 1 with an odd 'x'; give it a number.",
                List.of("boxes", 0, "x"));
        assertRefused(
                "{'boxes': [{'label': 3}]}",
                "'Found' has a box 1 with an odd 'label'; give it text.",
                List.of("boxes", 0, "label"));
        assertRefused(
                "{'boxes': [" + good.replace("}", ", 'points': {}}") + "]}",
                "'Found' has a box 1 with an odd 'points'; give it a list.",
                List.of("boxes", 0, "points"));
    }

    @Example
    void oddNumbersAndClassesAreRefusedWithTheirBox() {
        assertThat(problem(PORT, Box.of("", 1.5, 0, 0, 1, 1)))
                .isEqualTo("'Found' has a box 1 with a score of 1.5; give a number from 0 to 1.");
        assertThat(problem(PORT, Box.of("", 1, 0, 0, -1, 1)))
                .isEqualTo(
                        "'Found' has a box 1 with a width below 0; let x and y be its upper left"
                                + " corner.");
        assertThat(problem(PORT, Box.of("", 1, Double.NaN, 0, 1, 1))).contains("not finite");
        assertThat(problem(PORT.withOptions(Map.of("labels", List.of("cat", "dog"))), CAT))
                .isEmpty();
        assertThat(problem(PORT.withOptions(Map.of("labels", List.of("bird"))), CAT))
                .isEqualTo(
                        "'Found' has a box 1 with the label 'cat', which is none of its own; use"
                                + " bird.");
    }

    @Example
    void aTerminalShowsTheFirstFewTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(KIND.text(PORT, Boxes.NONE)).isEqualTo("nothing found");
            assertThat(KIND.text(PORT, Boxes.of(CAT)))
                    .isEqualTo("1 box: cat 0.90 at x 10, y 20, 30 × 40");
            assertThat(
                            KIND.text(
                                    PORT,
                                    new Boxes(IntStream.range(0, 25).mapToObj(i -> CAT).toList())))
                    .startsWith("25 boxes: cat 0.90")
                    .endsWith("; and 15 more");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Example
    void theFirstThresholdIsThePortsElseTheRunsElseThePersons() {
        assertThat(BoxesKind.threshold(PORT)).hasValue(0);
        Port run = PORT.withTensor(Binding.of("x", Map.of("threshold", 0.25)));
        assertThat(BoxesKind.threshold(run)).hasValue(0.25);
        assertThat(BoxesKind.threshold(run.withOptions(Map.of("threshold", 0.5)))).hasValue(0.5);
        assertThat(
                        BoxesKind.threshold(
                                PORT.withTensor(Binding.of("x", Map.of("threshold", "least")))))
                .isEmpty();
    }

    private static String problem(Port port, Box box) {
        return KIND.check(port, Boxes.of(box)).stream()
                .findFirst()
                .map(p -> p.message())
                .orElse("");
    }

    private static void assertRefused(String text, String sentence, List<Object> path) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> {
                    assertThat(e.problems().getFirst().message()).isEqualTo(sentence);
                    assertThat(e.problems().getFirst().path()).isEqualTo(path);
                });
    }

    private static Boxes read(String text) {
        return KIND.decode(PORT, new Raw.Text(text.replace('\'', '"')));
    }

    private static String differs(String expected, double tolerance) {
        JsonNode node = Json.MAPPER.readTree(expected.replace('\'', '"'));
        return KIND.differs(PORT, node, Boxes.of(CAT), tolerance).orElse("");
    }
}
