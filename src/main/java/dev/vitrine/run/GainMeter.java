package dev.vitrine.run;

import dev.vitrine.kind.Form;
import dev.vitrine.model.Batching;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Stack;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/// Measures what stacking the calls of a model gains: batches of 2, 4 and 8 against one call after
/// the other, with inputs of the model's examples, and with all the work that each call still has
/// alone: values to tensors before, tensors to values after.
///
/// It takes about a second, and less where a batch of two gains nothing, for then larger ones gain
/// nothing either. Each time is the least of several, which others on the machine disturb least.
/// What comes out of a batch must be what comes out of single calls, to 1e-5: a first dimension may
/// be called a batch and be none.
final class GainMeter {
    /// Below this gain a model's calls are not stacked: a batch ends for all its calls at once, so
    /// the first of them waits longer.
    static final double LEAST = 1.2;

    static final int MOST = 8;

    /// Bytes of the inputs and outputs of a batch.
    private static final long MOST_BYTES = 16L << 20;

    private static final double TOLERANCE = 1e-5;
    private static final long NANOS_EACH = 150_000_000;
    private static final long MOST_NANOS_OF_A_BATCH = 300_000_000;
    private static final int LEAST_TIMES = 5;

    /// A larger batch must gain this much more than a smaller one to be preferred.
    private static final double WORTH = 1.05;

    private final Batching batching;
    private final Values inputs;
    private final List<Map<String, Tensor>> calls;
    private final List<Map<String, Tensor>> answers = new ArrayList<>();

    private GainMeter(Batching batching, Values inputs, List<Map<String, Tensor>> calls) {
        this.batching = batching;
        this.inputs = inputs;
        this.calls = calls;
    }

    /// Measures on the calling thread.
    static BatchGain measure(Model model, Batching batching) {
        SequencedMap<Map<String, Tensor>, Values> samples = samples(model, batching);
        List<Map<String, Tensor>> calls = different(samples.sequencedKeySet());
        return calls.size() < 2
                ? BatchGain.NONE
                : new GainMeter(batching, samples.firstEntry().getValue(), calls).measured();
    }

    private BatchGain measured() {
        for (Map<String, Tensor> call : calls) {
            answers.add(batching.run(call, new Stop()));
        }
        double single = nanosEach(1);
        BatchGain best = BatchGain.NONE;
        for (int size = 2; size <= MOST; size *= 2) {
            if (weight(size) > MOST_BYTES
                    || single * size > MOST_NANOS_OF_A_BATCH
                    || !batching.isOpen()) {
                break;
            }
            if (!isSame(size)) {
                return BatchGain.NONE;
            }
            double gain = single / nanosEach(size);
            if (gain > best.gain() * (best.isOn() ? WORTH : 1)) {
                best = new BatchGain(gain > LEAST ? size : 1, gain);
            } else if (size == 2) {
                break;
            }
        }
        return best;
    }

    /// The least time of a call in a batch of this size, from its values to its values.
    private double nanosEach(int size) {
        long least = Long.MAX_VALUE;
        long begun = System.nanoTime();
        for (int i = 0; i < LEAST_TIMES || System.nanoTime() - begun < NANOS_EACH; i++) {
            long from = System.nanoTime();
            if (size == 1) {
                batching.after(inputs, batching.run(batching.before(inputs), new Stop()));
            } else {
                together(size);
            }
            least = Math.min(least, System.nanoTime() - from);
        }
        return (double) least / size;
    }

    private void together(int size) {
        List<Map<String, Tensor>> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(batching.before(inputs));
        }
        Stack.split(batching.run(Stack.of(batch), new Stop()), size)
                .forEach(tensors -> batching.after(inputs, tensors));
    }

    private boolean isSame(int size) {
        List<Map<String, Tensor>> split;
        try {
            split = Stack.split(batching.run(Stack.of(batch(size)), new Stop()), size);
        } catch (RuntimeException e) {
            // It does not take a batch, whatever it declares.
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!isSame(split.get(i), answers.get(i % answers.size()))) {
                return false;
            }
        }
        return true;
    }

    private List<Map<String, Tensor>> batch(int size) {
        List<Map<String, Tensor>> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(calls.get(i % calls.size()));
        }
        return batch;
    }

    private long weight(int size) {
        long one =
                calls.getFirst().values().stream().mapToLong(GainMeter::bytes).sum()
                        + answers.getFirst().values().stream().mapToLong(GainMeter::bytes).sum();
        return one * size;
    }

    private static long bytes(Tensor tensor) {
        return tensor.type() == ElementType.STRING
                ? tensor.strings().stream().mapToLong(String::length).sum()
                : tensor.buffer().remaining();
    }

    /// Whether two answers are the same to 1e-5, of one and of the number.
    static boolean isSame(Map<String, Tensor> one, Map<String, Tensor> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(e ->
                                isSame(
                                        e.getValue(),
                                        Objects.requireNonNull(other.get(e.getKey()))));
    }

    private static boolean isSame(Tensor one, Tensor other) {
        if (!one.form().equals(other.form())) {
            return false;
        }
        if (one.type() == ElementType.STRING) {
            return one.strings().equals(other.strings());
        }
        for (int i = 0; i < one.size(); i++) {
            double a = one.number(i);
            double b = other.number(i);
            if (Double.compare(a, b) != 0 && !(Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(b)))) {
                return false;
            }
        }
        return true;
    }

    /// Calls of one form with the values they come of: the model's examples.
    private static SequencedMap<Map<String, Tensor>, Values> samples(
            Model model, Batching batching) {
        SequencedMap<Map<String, Tensor>, Values> samples = new LinkedHashMap<>();
        for (Example example : model.signature().examples().stream().limit(MOST).toList()) {
            try {
                Values inputs = Form.decode(model.signature(), model.read(example));
                Map<String, Tensor> call = batching.before(inputs);
                String form = Stack.form(call);
                if (!form.isEmpty()
                        && (samples.isEmpty()
                                || form.equals(Stack.form(samples.firstEntry().getKey())))) {
                    samples.put(call, inputs);
                }
            } catch (ProblemException e) {
                // The self-test says what is wrong with it.
            }
        }
        return samples;
    }

    /// Where there is one call only, the same again with smaller numbers beside it, for of two
    /// equal calls nobody sees whether they mix.
    private static List<Map<String, Tensor>> different(Collection<Map<String, Tensor>> samples) {
        List<Map<String, Tensor>> calls = new ArrayList<>(samples);
        if (calls.size() == 1) {
            Map<String, Tensor> halves = halves(calls.getFirst());
            if (!halves.equals(calls.getFirst())) {
                calls.add(halves);
            }
        }
        return calls;
    }

    private static Map<String, Tensor> halves(Map<String, Tensor> call) {
        Map<String, Tensor> halves = new LinkedHashMap<>(call);
        halves.replaceAll((name, tensor) -> {
            if (tensor.type() != ElementType.FLOAT32) {
                return tensor;
            }
            float[] numbers = tensor.floats();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] /= 2;
            }
            return Tensor.of(numbers, tensor.shape());
        });
        return halves;
    }
}
