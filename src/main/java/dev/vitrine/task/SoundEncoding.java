package dev.vitrine.task;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Makes a tensor of a sound, as a port's processing says: mixed to mono, brought to the network's
/// rate, cut or filled with silence to its length.
///
/// @param type the type of the elements: floating point from -1 to 1, or `int16` of its whole range
/// @param declared the shape of the tensor, of one row
/// @param length samples that the network takes, or -1 where it takes any number
/// @param samplingRate what the sound is brought to, in Hz; 0 for the rate it has
/// @param crop which part stays of a sound that is too long
/// @param normalizes whether the sound is brought to a mean of 0 and a variance of 1, before
///   silence fills it up
record SoundEncoding(
        ElementType type,
        Shape declared,
        int length,
        int samplingRate,
        Crop crop,
        boolean normalizes) {
    /// Which part stays of a sound longer than the network takes.
    enum Crop {
        /// The beginning.
        START,
        /// The middle.
        CENTER,
        /// The part with the most energy, where somebody speaks.
        LOUDEST
    }

    static final String SAMPLING_RATE = "samplingRate";
    static final String CROP = "crop";
    static final String NORMALIZE = "normalize";
    static final List<String> WORDS = List.of(SAMPLING_RATE, CROP, NORMALIZE);

    /// Keeps silence from becoming endlessly loud; the value of transformers' feature extractors.
    private static final double LEAST_VARIANCE = 1e-7;

    private static final double SHORT = 0x1p15;

    /// Reads a port's processing and holds it against the tensor.
    static SoundEncoding of(Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        if (!tensor.type().isFloating() && tensor.type() != ElementType.INT16) {
            throw words.wrong(
                    "is a sound, but the tensor '%s' holds %s; use the kind tensor"
                            .formatted(tensor.name(), tensor.type()));
        }
        Shape shape = tensor.shape();
        int rank = shape.rank();
        if (rank < 1
                || rank > 3
                || shape.dimensions().subList(0, rank - 1).stream()
                        .anyMatch(d -> !d.isFree() && d.size() != 1)) {
            throw words.wrong(
                    "is a sound, but the tensor '%s' has the shape %s; a sound is [samples], [1, samples] or [1, 1, samples]"
                            .formatted(tensor.name(), shape));
        }
        Dimension last = shape.at(-1);
        OptionalDouble rate = words.number(SAMPLING_RATE);
        return new SoundEncoding(
                tensor.type(),
                shape,
                last.isFree() ? -1 : (int) last.size(),
                (int) rate.orElse(0),
                words.choice(CROP, Crop.class).orElse(Crop.START),
                binding.step(NORMALIZE, Boolean.class).orElse(false));
    }

    /// The tensor of a sound.
    Tensor encode(Sound sound) {
        float[] samples = fit(samples(sound));
        long[] shape = declared.withFree(1);
        shape[shape.length - 1] = samples.length;
        if (type == ElementType.FLOAT32) {
            return Tensor.of(samples, shape);
        }
        if (type != ElementType.INT16) {
            return Tensor.of(type, doubles(samples), shape);
        }
        ByteBuffer whole = Tensor.allocate(2L * samples.length);
        for (float sample : samples) {
            double scaled = Math.rint(sample * SHORT);
            whole.putShort((short) Math.clamp(scaled, Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return Tensor.of(type, whole.flip(), shape);
    }

    /// The samples of a sound on one channel at the network's rate, however many there are.
    float[] samples(Sound sound) {
        return samplingRate == 0
                ? sound.mono()
                : Resampling.between(sound.rate(), samplingRate).apply(sound.mono());
    }

    private float[] fit(float[] samples) {
        float[] kept = length < 0 || samples.length <= length ? samples : cut(samples);
        float[] level = normalizes ? normal(kept) : kept;
        return length < 0 || level.length == length ? level : Arrays.copyOf(level, length);
    }

    private static float[] normal(float[] samples) {
        double sum = 0;
        double squares = 0;
        for (float sample : samples) {
            sum += sample;
            squares += (double) sample * sample;
        }
        double mean = sum / Math.max(1, samples.length);
        double variance = squares / Math.max(1, samples.length) - mean * mean;
        double scale = 1 / Math.sqrt(Math.max(0, variance) + LEAST_VARIANCE);
        float[] level = new float[samples.length];
        for (int i = 0; i < level.length; i++) {
            level[i] = (float) ((samples[i] - mean) * scale);
        }
        return level;
    }

    private float[] cut(float[] samples) {
        int from =
                switch (crop) {
                    case START -> 0;
                    case CENTER -> (samples.length - length) / 2;
                    case LOUDEST -> loudest(samples);
                };
        return Arrays.copyOfRange(samples, from, from + length);
    }

    private int loudest(float[] samples) {
        double energy = 0;
        for (int i = 0; i < length; i++) {
            energy += (double) samples[i] * samples[i];
        }
        double most = energy;
        int best = 0;
        for (int i = length; i < samples.length; i++) {
            float gone = samples[i - length];
            energy += (double) samples[i] * samples[i] - (double) gone * gone;
            if (energy > most * (1 + 1e-9)) {
                most = energy;
                best = i - length + 1;
            }
        }
        return best;
    }

    private static double[] doubles(float[] samples) {
        double[] all = new double[samples.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = samples[i];
        }
        return all;
    }
}
