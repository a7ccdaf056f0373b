package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A network that takes what a hand draws on a picture, run with a mask and with points.
///
/// `src/test/resources/prompts/make.py` makes it.
class PromptsTest {
    private static final int SIDE = 40;
    private static final Catalog CATALOG =
            new Catalog(List.of(Path.of("src/test/resources/prompts")), new OnnxRuntime());
    private static final Runner RUNNER = new Runner(1);

    @AfterAll
    static void close() {
        RUNNER.close();
        CATALOG.close();
    }

    /// The square lies in the middle of 16 × 8 samples, and its left half is painted.
    @Test
    void whatIsPaintedIsKept() {
        Picture kept = run(Box.point("inside", 0, 0)).get("kept", Picture.class);
        for (int x = 0; x < 16; x++) {
            // the first sample of the square has some of the paper in it
            int light = x == 4 ? kept.sample(4, 3, 0) : x > 4 && x < 8 ? 200 : 0;
            assertThat(kept.sample(x, 3, 0)).as("at %d", x).isEqualTo(light);
        }
        assertThat(kept.sample(4, 3, 0)).isGreaterThan(150);
    }

    /// Five pixels of the picture are one sample, four samples stand before it.
    @Test
    void pointsAreLedToTheNetworkWithTheirClasses() {
        Tensor middle =
                run(
                                Box.point("inside", 20, 20),
                                Box.point("inside", 10, 0),
                                Box.point("apart", 39, 39))
                        .get("middle", Tensor.class);
        assertThat(middle.floats()).containsExactly(7, 2);
    }

    @Test
    void aLabelThatIsNoneOfItsOwnIsRefusedBeforeTheRun() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> run(Box.point("nowhere", 1, 1)))
                .withMessage(
                        "'Points' has a box 1 with the label 'nowhere', which is none of its own;"
                                + " use apart, inside.");
    }

    private static Values run(Box... points) {
        byte[] grey = new byte[SIDE * SIDE * 3];
        Arrays.fill(grey, (byte) 200);
        BitSet left = new BitSet();
        for (int y = 0; y < SIDE; y++) {
            left.set(y * SIDE, y * SIDE + SIDE / 2);
        }
        Mask keep =
                new Mask(SIDE, SIDE, List.of(new Mask.Segment("", 1, Area.of(SIDE, SIDE, left))));
        Values inputs =
                Values.of("photo", Picture.of(SIDE, SIDE, 3, grey))
                        .with("keep", keep)
                        .with("points", Boxes.of(points));
        return RUNNER.submit(CATALOG.model("pointed"), inputs, Origin.SELF_TEST).await();
    }
}
