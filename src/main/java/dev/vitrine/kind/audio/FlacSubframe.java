package dev.vitrine.kind.audio;

import java.io.IOException;
import java.util.Arrays;

/// The samples of one channel in one block of a FLAC file: a prediction and what it misses.
///
/// @param bits where it stands in the file
/// @param size samples of the block
record FlacSubframe(Flac.Bits bits, int size) {
    /// The polynomials of the fixed predictors (RFC 9639, section 9.2.5).
    private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private static final int CONSTANT = 0;
    private static final int VERBATIM = 1;
    private static final int FIRST_FIXED = 8;
    private static final int LAST_FIXED = 12;
    private static final int FIRST_LINEAR = 32;

    /// Reads it.
    ///
    /// @param depth bits of a sample
    long[] read(int depth) throws IOException {
        if (bits.read(1) != 0) {
            throw new IOException("No subframe begins here");
        }
        int type = (int) bits.read(6);
        int wasted = bits.read(1) == 1 ? bits.zeros() + 1 : 0;
        int kept = depth - wasted;
        if (kept < 1) {
            throw new IOException("More bits are wasted than there are");
        }
        long[] samples = new long[size];
        if (type == CONSTANT) {
            Arrays.fill(samples, bits.signed(kept));
        } else if (type == VERBATIM) {
            warmUp(samples, size, kept);
        } else if (type >= FIRST_FIXED && type <= LAST_FIXED) {
            int order = type - FIRST_FIXED;
            warmUp(samples, order, kept);
            residual(samples, order);
            predict(samples, FIXED[order], 0);
        } else if (type >= FIRST_LINEAR) {
            linear(samples, type - FIRST_LINEAR + 1, kept);
        } else {
            throw new IOException("A reserved subframe");
        }
        if (wasted > 0) {
            for (int i = 0; i < size; i++) {
                samples[i] <<= wasted;
            }
        }
        return samples;
    }

    private void warmUp(long[] samples, int count, int depth) throws IOException {
        if (count > size) {
            throw new IOException("A predictor longer than its block");
        }
        for (int i = 0; i < count; i++) {
            samples[i] = bits.signed(depth);
        }
    }

    private void linear(long[] samples, int order, int depth) throws IOException {
        warmUp(samples, order, depth);
        int precision = (int) bits.read(4) + 1;
        int shift = (int) bits.signed(5);
        if (precision > 15 || shift < 0) {
            throw new IOException("A reserved predictor");
        }
        int[] weights = new int[order];
        for (int i = 0; i < order; i++) {
            weights[i] = (int) bits.signed(precision);
        }
        residual(samples, order);
        predict(samples, weights, shift);
    }

    /// Reads what the prediction misses, in partitions of Rice codes.
    private void residual(long[] samples, int order) throws IOException {
        int method = (int) bits.read(2);
        if (method > 1) {
            throw new IOException("A reserved code");
        }
        int parameterBits = 4 + method;
        int escape = (1 << parameterBits) - 1;
        int partitions = 1 << (int) bits.read(4);
        if (size % partitions != 0 || size / partitions < order) {
            throw new IOException("Partitions that do not fit their block");
        }
        int i = order;
        for (int p = 1; p <= partitions; p++) {
            int parameter = (int) bits.read(parameterBits);
            int raw = parameter == escape ? (int) bits.read(5) : 0;
            for (int end = size / partitions * p; i < end; i++) {
                samples[i] = parameter == escape ? bits.signed(raw) : rice(parameter);
            }
        }
    }

    private long rice(int parameter) throws IOException {
        long folded = (long) bits.zeros() << parameter | bits.read(parameter);
        return folded >>> 1 ^ -(folded & 1);
    }

    private static void predict(long[] samples, int[] weights, int shift) {
        for (int i = weights.length; i < samples.length; i++) {
            long sum = 0;
            for (int w = 0; w < weights.length; w++) {
                sum += weights[w] * samples[i - 1 - w];
            }
            samples[i] += sum >> shift;
        }
    }
}
