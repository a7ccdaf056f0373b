package dev.vitrine.window.kind.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.kind.Samples;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.image.Picture;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.Arrays;
import java.util.Random;

class SpectrogramTest {
    /// As the sum that defines it, term by term.
    @Property(tries = 30)
    void theFastTransformIsTheSlowOne(@ForAll long seed, @ForAll @IntRange(max = 4) int n) {
        int size = 8 << n;
        Random random = new Random(seed);
        double[] piece = new double[size];
        Arrays.setAll(piece, i -> random.nextDouble() * 2 - 1);
        double[] powers = new Fourier(size).powers(piece);
        for (int k = 0; k < size / 2; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < size; i++) {
                double turn = 2 * Math.PI * i / size;
                double windowed = piece[i] * (1 - Math.cos(turn)) / 2;
                real += windowed * Math.cos(k * turn);
                imaginary -= windowed * Math.sin(k * turn);
            }
            assertThat(powers[k] * size * size / 16)
                    .isCloseTo(real * real + imaginary * imaginary, within(1e-9));
        }
    }

    @Example
    void aSineOfFullScaleHasPowerOneAtItsFrequency() {
        double[] piece = new double[512];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = Math.sin(2 * Math.PI * 32 * i / 512);
        }
        double[] powers = new Fourier(512).powers(piece);
        assertThat(powers[32]).isCloseTo(1, within(1e-9));
        assertThat(powers[100]).isLessThan(1e-20);
    }

    @Property(tries = 20)
    void aToneIsBrightestAtItsFrequency(@ForAll @IntRange(min = 300, max = 3700) int hertz) {
        for (int rate : new int[] {8000, 16_000, 44_100, 96_000}) {
            Picture picture = Spectrogram.of(Samples.tone(rate, rate / 2, hertz), 40);
            int expected = (int) (hertz / (rate / 2.0) * Spectrogram.ROWS);
            assertThat(brightest(picture, 20)).as("%d Hz", rate).isCloseTo(expected, within(1));
        }
    }

    @Example
    void silenceIsBlackAndNoSoundIsTooShort() {
        for (int frames : new int[] {1, 10, 16_000}) {
            Picture black = Spectrogram.of(Sound.of(16_000, 2, new float[2 * frames]), 30);
            assertThat(black.width()).isEqualTo(30);
            for (int i = 0; i < 30; i++) {
                assertThat(black.sample(i, 64, 0)).isZero();
            }
        }
    }

    @Example
    void whatSoundsLaterIsFurtherRight() {
        float[] samples = new float[16_000];
        Sound tone = Samples.tone(16_000, 8000, 2000);
        for (int i = 0; i < 8000; i++) {
            samples[8000 + i] = tone.sample(i, 0);
        }
        Picture picture = Spectrogram.of(Sound.of(16_000, 1, samples), 100);
        int row = Spectrogram.ROWS - 1 - brightest(picture, 80);
        assertThat(picture.sample(20, row, 0)).isZero();
        assertThat(picture.sample(80, row, 0)).isGreaterThan(250);
    }

    private static int brightest(Picture picture, int column) {
        int best = 0;
        for (int row = 0; row < Spectrogram.ROWS; row++) {
            if (picture.sample(column, Spectrogram.ROWS - 1 - row, 0)
                    > picture.sample(column, Spectrogram.ROWS - 1 - best, 0)) {
                best = row;
            }
        }
        return best;
    }
}
