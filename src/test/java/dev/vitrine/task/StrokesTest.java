package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.image.Picture;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import java.util.Arrays;

/// What takes strokes from paper, on a stroke whose place is known.
class StrokesTest {
    private static final Strokes STROKES = new Strokes(0.714, 0.09);

    /// An upright stroke of 20 × 100 on paper of 240 × 180 whose light falls off.
    @Property(tries = 60)
    void aStrokeIsLaidInTheMiddleWhateverTheLight(
            @ForAll @IntRange(min = 15, max = 200) int left,
            @ForAll @IntRange(min = 10, max = 65) int top,
            @ForAll @DoubleRange(min = 0, max = 0.5) double shadow,
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double ink) {
        byte[] samples = new byte[240 * 180];
        for (int i = 0; i < samples.length; i++) {
            int x = i % 240;
            int y = i / 240;
            boolean on = x >= left && x < left + 20 && y >= top && y < top + 100;
            double light = 0.9 * (1 - shadow * x / 240) * (on ? ink : 1);
            samples[i] = (byte) Math.round(255 * light);
        }
        Picture laid = STROKES.lay(Picture.of(240, 180, 1, samples));
        assertThat(laid.width()).isEqualTo(laid.height());
        assertThat((double) laid.width()).isCloseTo(100 / 0.714, within(8.0));
        int middle = laid.width() / 2;
        assertThat(laid.sample(middle, middle, 0)).isGreaterThan(220);
        assertThat(laid.sample(2, 2, 0)).isZero();
        double[] mass = Grey.of(laid, 1000).mass();
        assertThat(mass[0]).isCloseTo(laid.width() / 2.0, within(1.5));
        assertThat(mass[1]).isCloseTo(laid.width() / 2.0, within(1.5));
    }

    @Example
    void whatIsDarkOrEmptyStaysAsItIs() {
        byte[] dark = new byte[100];
        dark[55] = (byte) 255;
        for (Picture picture :
                new Picture[] {
                    Picture.of(10, 10, 1, dark),
                    Picture.of(1, 1, 1, new byte[] {-1}),
                    Picture.of(3000, 1, 1, filled(3000)),
                    Picture.of(40, 40, 1, filled(1600))
                }) {
            assertThat(STROKES.lay(picture)).isSameAs(picture);
        }
    }

    private static byte[] filled(int size) {
        byte[] white = new byte[size];
        Arrays.fill(white, (byte) 240);
        return white;
    }
}
