package dev.vitrine.task;

import dev.vitrine.kind.text.TextKind;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;

/// How steps of scores become text by connectionist temporal classification: of each step the
/// greatest, repeats and blanks left out.
///
/// @param words the port and its processing
/// @param characters what each class stands for, without the blank
/// @param blank the class that stands for nothing
/// @see <a href="https://www.cs.toronto.edu/~graves/icml_2006.pdf">Graves et al., 2006</a>, best
///   path decoding
record CtcDecoding(Words words, List<String> characters, int blank) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of("decode", "blank");

    /// The word that asks for it, and its value.
    static final String WORD = "decode";

    static final String CTC = "ctc";

    /// A text and how sure the network is of it: the mean of the scores that made it.
    record Read(String text, double score) {}

    static boolean isAsked(Words words) {
        return words.binding().step(WORD, String.class).filter(CTC::equals).isPresent();
    }

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static CtcDecoding of(Words words, TensorInfo tensor) {
        List<String> characters = TextKind.labels(words.port());
        Dimension classes = tensor.shape().rank() < 2 ? Dimension.fixed(0) : tensor.shape().at(-1);
        int blank = (int) words.number("blank").orElse(0);
        if (tensor.type() == ElementType.STRING
                || !classes.isFree() && classes.size() != characters.size() + 1) {
            throw words.wrong(
                    "has %d characters and a blank, but the tensor '%s' is %s; give it a label for each class but the blank"
                            .formatted(characters.size(), tensor.name(), tensor.form()));
        }
        if (blank > characters.size()) {
            throw words.wrong(
                    "blank",
                    "has the blank %d of %d classes, counted from 0; give another"
                            .formatted(blank, characters.size() + 1));
        }
        return new CtcDecoding(words, characters, blank);
    }

    /// The text of the first series of steps, without spaces around it.
    Read decode(Tensor tensor) {
        long[] shape = tensor.shape();
        int classes = shape.length < 2 ? 0 : (int) shape[shape.length - 1];
        int steps = shape.length < 2 ? 0 : (int) shape[shape.length - 2];
        if (classes != characters.size() + 1) {
            throw words.wrong(
                    "reads steps of %d classes, but the model gave %s; give it other labels"
                            .formatted(characters.size() + 1, tensor.form()));
        }
        float[] values = tensor.floats();
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int kept = 0;
        int before = blank;
        for (int s = 0; s < steps; s++) {
            int best = best(values, s * classes, classes);
            if (best != blank && best != before) {
                text.append(characters.get(best < blank ? best : best - 1));
                sum += values[s * classes + best];
                kept++;
            }
            before = best;
        }
        return new Read(text.toString().strip(), kept == 0 ? 0 : sum / kept);
    }

    private static int best(float[] values, int from, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (values[from + c] > values[from + best]) {
                best = c;
            }
        }
        return best;
    }
}
