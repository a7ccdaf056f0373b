package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.task.Fitting.Axis;
import dev.vitrine.task.Fitting.Fit;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import java.util.Locale;
import java.util.Map;

class FittingTest {
    @Property
    void aPlaceLedToTheTensorAndBackIsWhereItWas(
            @ForAll Fit fit,
            @ForAll @IntRange(min = 1, max = 9000) int width,
            @ForAll @IntRange(min = 1, max = 9000) int height,
            @ForAll @IntRange(min = 1, max = 700) int toWidth,
            @ForAll @IntRange(min = 1, max = 700) int toHeight,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        Fitting fitting = Fitting.of(fit, width, height, toWidth, toHeight);
        for (Axis axis : new Axis[] {fitting.across(), fitting.down()}) {
            double pixel = part * axis.source();
            double place = (pixel + axis.offset()) * axis.scaled() / axis.paper() - axis.skipped();
            assertThat(axis.back(place)).isCloseTo(pixel, within(1e-6));
        }
    }

    /// What the word says: all of it is seen, and the tensor is filled where it is stretched.
    @Property
    void containShowsAllAndCoverAndStretchFillTheTensor(
            @ForAll @IntRange(min = 1, max = 9000) int width,
            @ForAll @IntRange(min = 1, max = 9000) int height,
            @ForAll @IntRange(min = 1, max = 700) int toWidth,
            @ForAll @IntRange(min = 1, max = 700) int toHeight) {
        for (Fit fit : Fit.values()) {
            Fitting fitting = Fitting.of(fit, width, height, toWidth, toHeight);
            for (Axis axis : new Axis[] {fitting.across(), fitting.down()}) {
                double first = axis.back(0);
                double last = axis.back(axis.size());
                if (fit == Fit.CONTAIN) {
                    assertThat(first).isNotPositive();
                    assertThat(last).isGreaterThanOrEqualTo(axis.source() - 1e-6);
                } else {
                    assertThat(first).isGreaterThanOrEqualTo(-1e-6);
                    assertThat(last).isLessThanOrEqualTo(axis.source() + 1e-6);
                }
            }
        }
    }

    /// MediaPipe's square: as large as the longer side, the picture half of the rest from its edge.
    @Example
    void containIsACentredSquareForASquareTensor() {
        Fitting fitting = Fitting.of(Fit.CONTAIN, 220, 281, 128, 128);
        assertThat(fitting.across()).isEqualTo(new Axis(220, 281, 30, 128, 0, 128));
        assertThat(fitting.down()).isEqualTo(new Axis(281, 281, 0, 128, 0, 128));
    }

    /// A bright spot is painted into a picture, the picture is encoded, and the middle of the light
    /// in the tensor is led back: what encodes and what leads back agree, whatever the shapes.
    @Property(tries = 300)
    void theLightOfATensorLeadsBackToWhereItStoodInThePicture(
            @ForAll Fit fit,
            @ForAll @IntRange(min = 40, max = 240) int width,
            @ForAll @IntRange(min = 40, max = 240) int height,
            @ForAll @IntRange(min = 24, max = 90) int toWidth,
            @ForAll @IntRange(min = 24, max = 90) int toHeight,
            @ForAll boolean antialias) {
        int side = 14;
        int left = width / 2 - side + 3;
        int top = height / 2 - 4;
        Fitting seen = Fitting.of(fit, width, height, toWidth, toHeight);
        Assume.that(shows(seen.across(), left, side) && shows(seen.down(), top, side));
        byte[] samples = new byte[width * height];
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                samples[y * width + x] = -1;
            }
        }
        TensorInfo tensor =
                new TensorInfo("x", ElementType.FLOAT32, Shape.of(1, 1, toHeight, toWidth));
        Map<String, Object> words =
                Map.of("fit", fit.name().toLowerCase(Locale.ROOT), "antialias", antialias);
        PictureEncoding encoding =
                PictureEncoding.of(Port.of("x", "image"), Binding.of("x", words), tensor);
        Picture picture = Picture.of(width, height, 1, samples);
        float[] light = encoding.encode(picture).floats();
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < light.length; i++) {
            sum += light[i];
            x += light[i] * (i % toWidth + 0.5);
            y += light[i] * (i / toWidth + 0.5);
        }
        Fitting fitting = encoding.fitting(picture);
        double tolerance = antialias ? 0.5 : fitting.across().step() + fitting.down().step();
        assertThat(fitting.across().back(x / sum)).isCloseTo(left + side / 2.0, within(tolerance));
        assertThat(fitting.down().back(y / sum)).isCloseTo(top + side / 2.0, within(tolerance));
    }

    /// Whether nothing of a spot, nor of the light around it, is cut off.
    private static boolean shows(Axis axis, int from, int size) {
        double around = axis.step() + 1;
        return axis.back(0) < from - around && axis.back(axis.size()) > from + size + around;
    }
}
