package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.image.Picture;

import java.util.Arrays;

/// How strong each frequency of a sound is along its length, as a grey picture: time to the right,
/// frequencies from 0 below to half the rate above.
///
/// It costs the columns and not the length of the sound: of a long one each column is looked at in
/// a few places, and shows the strongest of them.
final class Spectrogram {
    /// Rows, which a person can tell apart on screen.
    static final int ROWS = 128;

    /// What is this many decibels below the loudest is black.
    private static final double RANGE = 80;

    /// No sound is so quiet that its noise is shown as if it were loud: -100 dB of full scale.
    private static final double QUIETEST_PEAK = 1e-10;

    /// Seconds that one transform hears: short enough for a consonant, long enough for a pitch.
    private static final double HEARD = 0.032;

    private static final int LEAST = 2 * ROWS;
    private static final int MOST = 4096;

    /// Places that are looked at in one column of a long sound.
    private static final int LOOKS = 4;

    private Spectrogram() {}

    /// @param columns of the picture, at least 1
    static Picture of(Sound sound, int columns) {
        Fourier fourier = new Fourier(size(sound.rate()));
        double[][] powers = new double[columns][];
        double loudest = QUIETEST_PEAK;
        for (int c = 0; c < columns; c++) {
            powers[c] = column(sound, fourier, c, columns);
            loudest = Math.max(loudest, Arrays.stream(powers[c]).max().orElse(0));
        }
        byte[] grey = new byte[columns * ROWS];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < ROWS; r++) {
                double below = 10 * Math.log10(powers[c][r] / loudest);
                double light = Math.clamp(1 + below / RANGE, 0, 1);
                grey[(ROWS - 1 - r) * columns + c] = (byte) Math.round(255 * light);
            }
        }
        return Picture.of(columns, ROWS, 1, grey);
    }

    /// Samples of one transform.
    private static int size(int rate) {
        int heard = (int) Math.max(1, rate * HEARD);
        return Math.clamp(2L * Integer.highestOneBit(Math.max(1, heard - 1)), LEAST, MOST);
    }

    /// The strongest powers in the frames of one column, row by row.
    private static double[] column(Sound sound, Fourier fourier, int column, int columns) {
        long from = (long) column * sound.frames() / columns;
        long end = (long) (column + 1) * sound.frames() / columns;
        long looks = Math.clamp((end - from) / (fourier.size() / 2), 1, LOOKS);
        double[] most = new double[ROWS];
        for (int i = 0; i < looks; i++) {
            long middle = from + (end - from) * (2 * i + 1) / (2 * looks);
            double[] powers = fourier.powers(piece(sound, middle - fourier.size() / 2, fourier));
            for (int b = 0; b < powers.length; b++) {
                int row = (int) ((long) b * ROWS / powers.length);
                most[row] = Math.max(most[row], powers[b]);
            }
        }
        return most;
    }

    /// The mean of the channels; silence before the beginning and behind the end.
    private static double[] piece(Sound sound, long from, Fourier fourier) {
        double[] piece = new double[fourier.size()];
        for (int i = 0; i < piece.length; i++) {
            long frame = from + i;
            if (frame >= 0 && frame < sound.frames()) {
                for (int c = 0; c < sound.channels(); c++) {
                    piece[i] += sound.sample((int) frame, c) / sound.channels();
                }
            }
        }
        return piece;
    }
}
