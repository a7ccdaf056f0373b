package dev.vitrine.task;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a network along a sound, window after window, with what it remembers carried from each to
/// the next.
///
/// @param tensor the input that takes the samples
/// @param size samples of a window, by which each lies behind the one before
/// @param context samples before a window that go in with it
/// @param carry what goes from one run into the next; zeros at first
record Windows(TensorInfo tensor, int size, int context, Carry carry) {
    static final String WINDOW = "window";
    static final String CONTEXT = "context";
    static final List<String> WORDS = List.of(WINDOW, CONTEXT, Carry.CARRY, Carry.CONSTANTS);

    /// Gets the outputs of each window, from the first.
    @FunctionalInterface
    interface Heard {
        /// @param index the number of the window, from 0
        void window(int index, Map<String, Tensor> outputs);
    }

    /// Reads the words of a port that takes a sound.
    ///
    /// @throws ProblemException where they do not fit the network
    static Windows of(Words words, TensorInfo tensor, Task.Declared network) {
        int size =
                (int)
                        words.number(WINDOW)
                                .orElseThrow(() ->
                                        words.wrong(
                                                "is heard window by window; say under window how"
                                                        + " many samples one has"));
        Windows windows =
                new Windows(
                        tensor,
                        size,
                        (int) words.number(CONTEXT).orElse(0),
                        Carry.of(words, network));
        windows.complete(words, network);
        return windows;
    }

    /// Holds every input of the network against what is given.
    private void complete(Words words, Task.Declared network) {
        long taken = size + context;
        if (!tensor.shape().at(-1).isFree() && tensor.shape().at(-1).size() != taken) {
            throw words.wrong(
                    WINDOW,
                    "gives %d samples at once, but the tensor '%s' takes %s; change window or context"
                            .formatted(taken, tensor.name(), tensor.shape()));
        }
        carry.complete(words, network, List.of(tensor));
    }

    /// How many windows a sound has: what is left behind the last whole one is not heard, but a
    /// sound shorter than one is filled with silence.
    int count(float[] samples) {
        return samples.length == 0 ? 0 : Math.max(1, samples.length / size);
    }

    /// Runs along the samples.
    void run(Network network, float[] samples, Stop stop, Heard heard) {
        Map<String, Tensor> memory = carry.start(1, 1);
        for (int i = 0; i < count(samples); i++) {
            stop.check();
            Map<String, Tensor> inputs = new HashMap<>(memory);
            inputs.put(tensor.name(), window(samples, i));
            Map<String, Tensor> outputs = network.run(inputs, stop);
            carry.forth(outputs, memory);
            heard.window(i, outputs);
        }
    }

    private Tensor window(float[] samples, int index) {
        float[] part = new float[context + size];
        int from = index * size - context;
        int first = Math.max(0, from);
        int end = Math.min(samples.length, from + part.length);
        System.arraycopy(samples, first, part, first - from, Math.max(0, end - first));
        long[] shape = tensor.shape().withFree(1);
        shape[shape.length - 1] = part.length;
        return Tensor.of(part, shape);
    }
}
