package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.List;
import java.util.Map;

/// What makes vectors of texts, one at a time: in a batch, the scales that quantized networks take
/// of the whole would let one text change the vector of another.
record Embedding(Network network, Tokenizers tokenizers, Pooling pooling, Stop stop) {
    /// A similarity is told in ten-thousandths, which is finer than any network means it.
    private static final double FINEST = 10_000;

    /// The vector of a text.
    ///
    /// @throws dev.vitrine.tensor.StoppedException where that is asked for
    float[] of(TextEncoding encoding, String text) {
        stop.check();
        Map<String, Tensor> given = encoding.encode(tokenizers, text);
        Map<String, Tensor> got = network.run(given, stop);
        return pooling.pool(Adapter.given(got, pooling.tensor()), encoding.mask(given));
    }

    /// How the text of a port becomes tokens.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it does not
    static TextEncoding encoding(Port port, Task.Declared network) {
        Words words = PortTask.words(port);
        if (!TextEncoding.reads(words)) {
            throw words.wrong(
                    "is compared by its meaning; let it be of kind text, with a tokenizer under"
                            + " tensor");
        }
        return TextEncoding.of(words, network.inputs());
    }

    /// The inputs of a network that the tokens of a text leave empty.
    static List<Problem> missing(TextEncoding encoding, Task.Declared network) {
        Filling filling = new Filling();
        encoding.parts().values().forEach(t -> filling.add(encoding.words(), t));
        return filling.missing(network.inputs());
    }

    /// How the vector of a text is made, by the output that says it.
    static Pooling pooling(Port port, Task.Declared network) {
        return Pooling.of(PortTask.words(port), PortTask.tensor(port, network.outputs()));
    }

    /// The cosine of two vectors, -1 to 1; 0 where one has no length.
    static double cosine(float[] a, float[] b) {
        double dot = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            squares += (double) a[i] * a[i];
            others += (double) b[i] * b[i];
        }
        double lengths = Math.sqrt(squares * others);
        return lengths > 0 ? Math.rint(dot / lengths * FINEST) / FINEST : 0;
    }
}
