package dev.vitrine.task;

import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// A network that scores every token of its vocabulary as the one behind those it has read.
///
/// With a key/value cache each token goes in once, and what the network remembers of it is carried
/// from step to step; without, all of them go in again each time. A text that outgrows the places
/// which the network knows is read anew from the middle of what it had.
///
/// @param encoding the tensors of tokens
/// @param carry the cache; nothing where the network has none
/// @param cached whether the cache is used; where not, it goes in empty each time
/// @param most how many tokens the network can have read; 0 where nothing bounds them
/// @param scores the output
record CausalNetwork(
        TextEncoding encoding, Carry carry, boolean cached, int most, TensorInfo scores) {
    static final String USE_CACHE = "use_cache";
    static final String MOST = "max_position_embeddings";

    /// The words of the port that is read.
    static final List<String> WORDS = List.of(Carry.CARRY, Carry.CONSTANTS, USE_CACHE, MOST);

    /// Reads the words of the port of the text, and of the one of the scores.
    ///
    /// @throws dev.vitrine.signature.ProblemException where they do not fit the network
    static CausalNetwork of(Words text, Words scores, Task.Declared network) {
        TextEncoding encoding = TextEncoding.of(text, network.inputs());
        TensorInfo ids = encoding.parts().get(TextEncoding.IDS);
        if (ids != null && !ids.shape().at(-1).isFree()) {
            throw text.wrong(
                    "name",
                    "grows from step to step, but the tensor '%s' is %s; export it with a free length"
                            .formatted(ids.name(), ids.form()));
        }
        Carry carry = Carry.of(text, network);
        carry.complete(text, network, encoding.parts().values());
        TensorInfo logits = PortTask.tensor(scores.port(), network.outputs());
        if (!logits.type().isFloating() || logits.shape().rank() < 2 || logits.shape().rank() > 3) {
            throw scores.wrong(
                    "name",
                    "is written token by token, but the tensor '%s' is %s; name the one of the scores (logits)"
                            .formatted(logits.name(), logits.form()));
        }
        return new CausalNetwork(
                encoding,
                carry,
                !carry.tensors().isEmpty()
                        && text.binding().step(USE_CACHE, Boolean.class).orElse(true),
                (int) text.number(MOST).orElse(0),
                logits);
    }

    /// Begins to read.
    Reading open(Network network, Stop stop) {
        return new Reading(network, stop);
    }

    /// One text as it is read; not for several threads.
    final class Reading {
        private final Network network;
        private final Stop stop;
        private final Map<String, Tensor> memory = new HashMap<>();
        private final long batch;
        private long[] all = {};

        /// How many of all tokens the network remembers.
        private int remembered;

        private Reading(Network network, Stop stop) {
            this.network = network;
            this.stop = stop;
            TensorInfo ids = encoding.parts().get(TextEncoding.IDS);
            this.batch = ids != null && ids.shape().at(0).isFree() ? 1 : 0;
            forget();
        }

        /// Reads on.
        ///
        /// @return the score of each token as the one behind these
        /// @throws dev.vitrine.tensor.StoppedException where that is asked for
        float[] read(long... ids) {
            stop.check();
            int before = all.length;
            all = LongStream.concat(Arrays.stream(all), Arrays.stream(ids)).toArray();
            if (most > 0 && all.length > most) {
                all = Arrays.copyOfRange(all, all.length - Math.max(1, most / 2), all.length);
                forget();
            } else if (!cached) {
                forget();
            } else {
                remembered = before;
            }
            Map<String, Tensor> given = new HashMap<>(memory);
            encoding.parts().forEach((part, info) -> given.put(info.name(), tensor(part, info)));
            Map<String, Tensor> got = network.run(given, stop);
            if (cached) {
                carry.forth(got, memory);
            }
            return last(Adapter.given(got, scores));
        }

        /// Remembers nothing: what is carried has no length then, and the one text is all of its
        /// batch where that is free.
        private void forget() {
            remembered = 0;
            memory.clear();
            memory.putAll(carry.start(batch, 0));
        }

        private Tensor tensor(String part, TensorInfo info) {
            int fresh = all.length - remembered;
            long[] numbers =
                    switch (part) {
                        // of what is remembered too
                        case TextEncoding.MASK ->
                                LongStream.generate(() -> 1).limit(all.length).toArray();
                        case TextEncoding.POSITIONS ->
                                LongStream.range(remembered, all.length).toArray();
                        case TextEncoding.TYPES -> new long[fresh];
                        default -> Arrays.copyOfRange(all, remembered, all.length);
                    };
            return TextEncoding.row(info, numbers);
        }
    }

    /// The scores behind the last token.
    private static float[] last(Tensor given) {
        long[] shape = given.shape();
        int width = (int) shape[shape.length - 1];
        float[] floats = given.floats();
        return floats.length == width
                ? floats
                : Arrays.copyOfRange(floats, Math.max(0, floats.length - width), floats.length);
    }
}
