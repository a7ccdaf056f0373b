package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

class PictureEncodingTest {
    private static final Port PORT = Port.of("photo", "image");

    @Test
    void greyOfTheRightSizeIsDividedAndNothingElse() {
        Tensor tensor =
                encode(
                        Map.of(),
                        ElementType.FLOAT32,
                        Picture.of(2, 1, 1, new byte[] {0, (byte) 51}),
                        1,
                        1,
                        1,
                        2);
        assertThat(tensor.floats()).containsExactly(0f, 0.2f);
        assertThat(tensor.shape()).containsExactly(1, 1, 1, 2);
    }

    @Test
    void channelsStandInTheirOrder() {
        Picture pixel = Picture.of(1, 1, 3, new byte[] {10, 20, 30});
        Map<String, Object> raw = Map.of("range", List.of(0, 255));
        assertThat(encode(raw, ElementType.FLOAT32, pixel, 1, 3, 1, 1).floats())
                .containsExactly(10, 20, 30);
        Map<String, Object> bgr =
                Map.of("range", List.of(0, 255), "channels", "bgr", "layout", "NHWC");
        assertThat(encode(bgr, ElementType.UINT8, pixel, 1, 1, 1, 3).floats())
                .containsExactly(30, 20, 10);
        assertThat(encode(raw, ElementType.FLOAT32, pixel, 1, 4, 1, 1).floats())
                .containsExactly(10, 20, 30, 255);
    }

    @Test
    void meanAndDeviationComeAfterTheRange() {
        Map<String, Object> words =
                Map.of(
                        "mean",
                        List.of(0.5, 0.25, 0.0),
                        "std",
                        List.of(0.5, 0.25, 2.0),
                        "range",
                        List.of(0, 1));
        Picture white = Picture.of(1, 1, 3, new byte[] {-1, -1, -1});
        assertThat(encode(words, ElementType.FLOAT32, white, 1, 3, 1, 1).floats())
                .containsExactly(1f, 3f, 0.5f);
    }

    /// Weights worked out by hand from the triangle of reach 2 around the middles 1 and 3 of four
    /// pixels.
    @Test
    void shrinkingIsTheMeanUnderATriangle() {
        Picture row = Picture.of(4, 1, 1, new byte[] {0, (byte) 80, (byte) 160, (byte) 240});
        float[] shrunk =
                encode(Map.of("range", List.of(0, 255)), ElementType.FLOAT32, row, 1, 1, 1, 2)
                        .floats();
        assertThat(shrunk[0])
                .isCloseTo((0.75f * 0 + 0.75f * 80 + 0.25f * 160) / 1.75f, within(1e-4f));
        assertThat(shrunk[1])
                .isCloseTo((0.25f * 80 + 0.75f * 160 + 0.75f * 240) / 1.75f, within(1e-4f));
    }

    @Test
    void containKeepsTheWholePictureAndCoverFills() {
        Picture wide = Picture.of(4, 2, 1, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
        assertThat(encode(Map.of("fit", "contain"), ElementType.FLOAT32, wide, 1, 1, 4, 4).floats())
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(encode(Map.of("fit", "cover"), ElementType.FLOAT32, wide, 1, 1, 4, 4).floats())
                .containsOnly(1);
    }

    @Test
    void aDarkDrawingOnLightPaperIsInvertedWhereDarkIsAskedFor() {
        byte[] ink = new byte[25];
        ink[12] = (byte) 255;
        byte[] paper = new byte[25];
        Arrays.fill(paper, (byte) 255);
        paper[12] = 0;
        Map<String, Object> dark = Map.of("background", "dark");
        assertThat(encode(dark, ElementType.FLOAT32, Picture.of(5, 5, 1, paper), 1, 1, 5, 5))
                .isEqualTo(encode(dark, ElementType.FLOAT32, Picture.of(5, 5, 1, ink), 1, 1, 5, 5));
    }

    @Test
    void aFreeSizeIsThePicturesOwn() {
        Tensor tensor =
                encode(
                        Map.of(),
                        ElementType.FLOAT32,
                        Picture.of(3, 2, 1, new byte[6]),
                        1,
                        3,
                        -1,
                        -1);
        assertThat(tensor.shape()).containsExactly(1, 3, 2, 3);
    }

    @Test
    void aMisfitIsASentenceThatNamesThePort() {
        assertMisfit(Map.of("layout", "HW"), "layout", 1, 3, 8, 8);
        assertMisfit(Map.of("layout", "XYZ"), "'XYZ'", 1, 3, 8, 8);
        assertMisfit(Map.of("channels", "gray"), "channels", 1, 3, 8, 8);
        assertMisfit(Map.of("size", List.of(9, 8)), "size", 1, 3, 8, 8);
        assertMisfit(Map.of("mean", List.of(1)), "one for each", 1, 3, 8, 8);
        assertMisfit(Map.of(), "holds none", 7);
    }

    /// Many tries on purpose: an earlier form of the inner loop was compiled wrongly by a JDK's
    /// optimiser, which showed only once it was hot.
    @Property(tries = 10_000)
    void aUniformPictureStaysUniformAtAnySize(
            @ForAll("words") Map<String, Object> words,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll byte level) {
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, level);
        float expected = (level & 0xff) / 255f;
        for (float f :
                encode(
                                words,
                                ElementType.FLOAT32,
                                Picture.of(width, height, 1, samples),
                                1,
                                3,
                                9,
                                14)
                        .floats()) {
            assertThat(f).isCloseTo(expected, within(1e-5f));
        }
    }

    @Property(tries = 200)
    void samplesNeverLeaveTheRange(
            @ForAll @IntRange(min = 1, max = 30) int width,
            @ForAll @IntRange(min = 1, max = 30) int height,
            @ForAll long seed) {
        byte[] samples = new byte[width * height * 4];
        new Random(seed).nextBytes(samples);
        Map<String, Object> words = Map.of("range", List.of(-1, 1));
        for (float f :
                encode(
                                words,
                                ElementType.FLOAT32,
                                Picture.of(width, height, 4, samples),
                                1,
                                3,
                                7,
                                11)
                        .floats()) {
            assertThat(f).isBetween(-1.00001f, 1.00001f);
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> words() {
        return Combinators.combine(Arbitraries.of("stretch", "cover"), Arbitraries.of("rgb", "bgr"))
                .as((fit, channels) -> Map.of("fit", fit, "channels", channels));
    }

    private static Tensor encode(
            Map<String, Object> words, ElementType type, Picture picture, long... shape) {
        TensorInfo tensor = new TensorInfo("x", type, Shape.of(shape));
        return PictureEncoding.of(PORT, Binding.of("x", words), tensor).encode(picture);
    }

    private static void assertMisfit(Map<String, Object> words, String part, long... shape) {
        TensorInfo tensor = new TensorInfo("x", ElementType.FLOAT32, Shape.of(shape));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PictureEncoding.of(PORT, Binding.of("x", words), tensor))
                .withMessageContaining("'photo'")
                .withMessageContaining(part)
                .withMessageEndingWith(".");
    }
}
