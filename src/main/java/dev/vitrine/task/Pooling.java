package dev.vitrine.task;

import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the numbers that a network gives for each token of a text become one vector for the text:
/// what the port's processing says, in the words of sentence-transformers.
///
/// @param words the port and its processing
/// @param tensor what the network declares
/// @param mode how tokens become one; nothing where the network has done it
/// @param normalize whether the vector is divided by its length
record Pooling(Words words, TensorInfo tensor, Optional<Mode> mode, boolean normalize) {
    static final String POOLING = "pooling";
    static final String NORMALIZE = "normalize";

    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of(POOLING, NORMALIZE);

    private static final int ROWS_OF_A_TEXT = 3;

    /// How the vectors of tokens become one.
    enum Mode {
        /// Their mean, without those that only fill up.
        MEAN,
        /// The greatest of each number, without those that only fill up.
        MAX,
        /// The vector of the first, BERT's `[CLS]`.
        CLS
    }

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static Pooling of(Words words, TensorInfo tensor) {
        Optional<Mode> mode = words.choice(POOLING, Mode.class);
        int rank = mode.isPresent() ? ROWS_OF_A_TEXT : ROWS_OF_A_TEXT - 1;
        if (!tensor.type().isFloating() || tensor.shape().rank() != rank) {
            throw words.wrong(
                    POOLING,
                    mode.isPresent()
                            ? "pools the vectors of tokens, but the tensor '%s' is %s; leave out %s, or name another tensor"
                                    .formatted(tensor.name(), tensor.form(), POOLING)
                            : "is one vector, but the tensor '%s' is %s; say %s: mean, or name another tensor"
                                    .formatted(tensor.name(), tensor.form(), POOLING));
        }
        return new Pooling(
                words, tensor, mode, words.binding().step(NORMALIZE, Boolean.class).orElse(false));
    }

    /// The vector of the first text.
    ///
    /// @param given what the network gave
    /// @param mask 1 for each token that counts; empty where all do
    float[] pool(Tensor given, long... mask) {
        long[] shape = given.shape();
        int width = (int) shape[shape.length - 1];
        int tokens = mode.isPresent() ? (int) shape[shape.length - 2] : 1;
        if (width == 0 || tokens == 0) {
            throw words.wrong(
                    "is one vector, but the model gave %s, which is empty; try another input"
                            .formatted(given.form()));
        }
        float[] all = given.floats();
        float[] vector = Arrays.copyOf(all, width);
        if (mode.isPresent() && mode.get() != Mode.CLS) {
            vector =
                    mode.get() == Mode.MEAN
                            ? mean(all, width, tokens, mask)
                            : max(all, width, tokens, mask);
        }
        return normalize ? normalized(vector) : vector;
    }

    private static float[] mean(float[] all, int width, int tokens, long... mask) {
        double[] sums = new double[width];
        int count = 0;
        for (int token = 0; token < tokens; token++) {
            if (counts(mask, token)) {
                count++;
                for (int i = 0; i < width; i++) {
                    sums[i] += all[token * width + i];
                }
            }
        }
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
            vector[i] = (float) (sums[i] / Math.max(1, count));
        }
        return vector;
    }

    private static float[] max(float[] all, int width, int tokens, long... mask) {
        float[] vector = Arrays.copyOf(all, width);
        for (int token = 1; token < tokens; token++) {
            for (int i = 0; counts(mask, token) && i < width; i++) {
                vector[i] = Math.max(vector[i], all[token * width + i]);
            }
        }
        return vector;
    }

    private static boolean counts(long[] mask, int token) {
        return token >= mask.length || mask[token] != 0;
    }

    private static float[] normalized(float[] vector) {
        double sum = 0;
        for (float v : vector) {
            sum += (double) v * v;
        }
        double length = Math.sqrt(sum);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
