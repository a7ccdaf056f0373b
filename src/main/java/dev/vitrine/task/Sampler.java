package dev.vitrine.task;

import dev.vitrine.signature.ProblemException;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How the next token is chosen by its scores, in the order and the words of Hugging Face's
/// GenerationConfig: repetition penalty, temperature, top-k, top-p.
///
/// @param temperature what scores are divided by; 0 takes the greatest (greedy decoding)
/// @param topK how many of the greatest stay; all where it is 0
/// @param topP how much of the probability the shortest list of the greatest holds that stays
///   (nucleus sampling, Holtzman et al. 2019); all where it is 1
/// @param penalty what the scores of tokens that were there lately are divided by, or multiplied
///   with where they are negative (Keskar et al. 2019); none where it is 1
record Sampler(double temperature, int topK, double topP, double penalty) {
    /// Below this a temperature makes of every other token less than any float holds.
    private static final double COLD = 1e-6;

    private static final int ROOM = 4;
    private static final int HALF = 32;

    /// Tokens that may come next, the likeliest first.
    ///
    /// @param ids their numbers
    /// @param probabilities how likely each is; their sum is 1
    record Candidates(int[] ids, double[] probabilities) {
        /// Takes one of them by chance.
        int draw(RandomGenerator random) {
            double left = random.nextDouble();
            for (int i = 0; i < ids.length - 1; i++) {
                left -= probabilities[i];
                if (left < 0) {
                    return ids[i];
                }
            }
            return ids[ids.length - 1];
        }
    }

    /// Chooses the next token.
    ///
    /// @param scores the score of each token of the vocabulary, before a softmax
    /// @param lately tokens that were there lately
    /// @param random what chance is made of
    int next(float[] scores, long[] lately, RandomGenerator random) {
        return candidates(scores, lately).draw(random);
    }

    /// The tokens among which the next is drawn.
    Candidates candidates(float[] scores, long... lately) {
        float[] punished = punished(scores, lately);
        boolean greedy = temperature < COLD;
        int[] ids = greatest(punished, greedy ? 1 : topK > 0 ? topK : punished.length);
        float best = punished[ids[0]];
        if (!Float.isFinite(best)) {
            throw ProblemException.run(
                    "The scores that the model gave are no numbers; try another text.", null);
        }
        double[] weights = new double[ids.length];
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            // the same on every machine
            weights[i] =
                    i == 0 ? 1 : StrictMath.exp(((double) punished[ids[i]] - best) / temperature);
            sum += weights[i];
        }
        int kept = nucleus(weights, sum);
        double whole = 0;
        for (int i = 0; i < kept; i++) {
            whole += weights[i];
        }
        double[] probabilities = new double[kept];
        for (int i = 0; i < kept; i++) {
            probabilities[i] = weights[i] / whole;
        }
        return new Candidates(Arrays.copyOf(ids, kept), probabilities);
    }

    private int nucleus(double[] weights, double sum) {
        double held = 0;
        for (int i = 0; i < weights.length && topP < 1; i++) {
            held += weights[i];
            if (held >= topP * sum) {
                return i + 1;
            }
        }
        return weights.length;
    }

    private float[] punished(float[] scores, long... lately) {
        if (penalty == 1 || lately.length == 0) {
            return scores;
        }
        float[] punished = scores.clone();
        Arrays.stream(lately)
                .distinct()
                .filter(id -> id >= 0 && id < punished.length)
                .forEach(id -> {
                    float score = punished[(int) id];
                    punished[(int) id] = (float) (score > 0 ? score / penalty : score * penalty);
                });
        return punished;
    }

    /// The ids of the greatest scores, the greatest first; of equal ones the lower id is.
    ///
    /// Only what may still be among them is ever sorted: a vocabulary has a hundred thousand
    /// tokens, and one is chosen hundreds of times a second.
    private static int[] greatest(float[] scores, int count) {
        int kept = Math.min(count, scores.length);
        long[] keys = new long[Math.min(scores.length, Math.max(1, kept) * ROOM)];
        int held = 0;
        long least = Long.MIN_VALUE;
        for (int id = 0; id < scores.length; id++) {
            long key = key(scores[id], id);
            if (key <= least) {
                continue;
            }
            if (held == keys.length) {
                Arrays.sort(keys);
                System.arraycopy(keys, keys.length - kept, keys, 0, kept);
                held = kept;
                least = keys[0];
                if (key <= least) {
                    continue;
                }
            }
            keys[held++] = key;
        }
        Arrays.sort(keys, 0, held);
        int[] ids = new int[kept];
        for (int i = 0; i < kept; i++) {
            ids[i] = ~(int) keys[held - 1 - i];
        }
        return ids;
    }

    /// A number that is greater for a greater score, and for a lower id where scores are equal.
    private static long key(float score, int id) {
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        return (long) ordered << HALF | ~id & 0xffffffffL;
    }
}
