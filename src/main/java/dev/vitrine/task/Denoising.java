package dev.vitrine.task;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How a picture is made of noise: which tensor starts as noise and goes from each step to the
/// next, and which take the time of a step.
///
/// Time goes evenly from 1, which is noise, to 0, which is the picture. The words are those of
/// Hugging Face's Diffusers.
///
/// @param words the picture that comes out
/// @param from the output of a step that is the next one's input
/// @param to that input
/// @param timesteps the inputs that take the time of a step and, where there are two, that of the
///   next
record Denoising(Words words, TensorInfo from, TensorInfo to, List<TensorInfo> timesteps) {
    static final String STEPS = "num_inference_steps";
    static final String SEED = "seed";
    static final String TIMESTEPS = "timesteps";

    /// The words of the output that is denoised.
    static final List<String> WORDS = List.of(Carry.CARRY, TIMESTEPS, STEPS, SEED);

    /// As many steps where nothing is said.
    private static final double STANDARD = 25;

    Denoising {
        timesteps = List.copyOf(timesteps);
    }

    /// Whether a port says how it is made of noise.
    static boolean is(Words words) {
        return words.binding().processing().containsKey(Carry.CARRY);
    }

    /// Whether an input is one of its settings, which no tensor takes.
    static boolean isSetting(Words words, String input) {
        return Setting.input(words, STEPS).filter(input::equals).isPresent()
                || Setting.input(words, SEED).filter(input::equals).isPresent();
    }

    /// Reads the words of the picture that comes out.
    ///
    /// @throws dev.vitrine.signature.ProblemException where they do not fit the network
    static Denoising of(Signature signature, Words words, Task.Declared network) {
        Map<?, ?> carry = words.binding().step(Carry.CARRY, Map.class).orElse(Map.of());
        if (carry.size() != 1) {
            throw words.wrong(
                    Carry.CARRY,
                    "is made of one tensor of noise; name under carry the output that goes into the"
                            + " next step, and the input that takes it, such as {x_next: x}");
        }
        Map.Entry<?, ?> pair = carry.entrySet().iterator().next();
        Port port = words.port();
        TensorInfo from = PortTask.tensor(port, String.valueOf(pair.getKey()), network.outputs());
        TensorInfo to = PortTask.tensor(port, String.valueOf(pair.getValue()), network.inputs());
        noisy(words, from, to);
        Setting.check(signature, words, STEPS).ifPresent(input -> steps(words, input.limits()));
        Setting.check(signature, words, SEED).ifPresent(input -> seed(words, input));
        return new Denoising(words, from, to, times(words, network));
    }

    private static void noisy(Words words, TensorInfo from, TensorInfo to) {
        if (from.type() != ElementType.FLOAT32 || to.type() != ElementType.FLOAT32) {
            throw words.wrong(
                    Carry.CARRY,
                    "is made of noise, but '%s' holds %s and '%s' %s; export the model with float32"
                            .formatted(from.name(), from.type(), to.name(), to.type()));
        }
        boolean open = to.shape().dimensions().stream().skip(1).anyMatch(Dimension::isFree);
        if (open) {
            throw words.wrong(
                    Carry.CARRY,
                    "is made of noise, but the tensor '%s' is %s, whose size is open; export the model with a fixed height and width"
                            .formatted(to.name(), to.shape()));
        }
    }

    private static void steps(Words words, Limits limits) {
        if (limits.min().orElse(0) < 1) {
            throw words.wrong(
                    STEPS,
                    "may be made in no step at all; give the input '%s' a min of at least 1"
                            .formatted(Setting.input(words, STEPS).orElse("")));
        }
    }

    private static void seed(Words words, Port input) {
        Limits limits = input.limits();
        boolean fits =
                NumberKind.isWhole(input)
                        && limits.min().orElse(-1) >= 0
                        && limits.max().orElse(Double.MAX_VALUE) <= Noise.MOST;
        if (!fits) {
            throw words.wrong(
                    SEED,
                    "takes its seed from the input '%s', which may be none; give it a min of 0, a max of at most %d and a step of 1"
                            .formatted(input.name(), Noise.MOST));
        }
    }

    private static List<TensorInfo> times(Words words, Task.Declared network) {
        List<?> names = words.binding().step(TIMESTEPS, List.class).orElse(List.of());
        if (names.isEmpty() || names.size() > 2) {
            throw words.wrong(
                    TIMESTEPS,
                    "is made step by step; name under timesteps the input that takes the time of a"
                            + " step and, where there is one, that of the next");
        }
        return names.stream().map(name -> time(words, String.valueOf(name), network)).toList();
    }

    private static TensorInfo time(Words words, String name, Task.Declared network) {
        TensorInfo tensor = PortTask.tensor(words.port(), name, network.inputs());
        Adapter.numeric(words.port(), tensor);
        var unused = Adapter.one(words.port(), tensor);
        return tensor;
    }

    /// The names of the inputs that no port fills.
    List<String> filled() {
        return Stream.concat(Stream.of(to.name()), timesteps.stream().map(TensorInfo::name))
                .toList();
    }

    /// How many steps a run has.
    int count(Values inputs) {
        return (int) Math.max(1, Setting.value(words, STEPS, inputs, STANDARD));
    }

    /// What a run starts from.
    Tensor noise(Values inputs) {
        Noise noise = new Noise((long) Setting.value(words, SEED, inputs, 0));
        long[] shape = to.shape().withFree(1);
        return Tensor.of(noise.next(Filling.count(to)), shape);
    }

    /// The inputs of a step that say its time.
    ///
    /// @param step from 0
    Map<String, Tensor> times(int step, int count) {
        Optional<TensorInfo> next = timesteps.stream().skip(1).findFirst();
        Map<String, Tensor> times = new HashMap<>();
        times.put(timesteps.getFirst().name(), at(timesteps.getFirst(), step, count));
        next.ifPresent(tensor -> times.put(tensor.name(), at(tensor, step + 1, count)));
        return times;
    }

    private static Tensor at(TensorInfo tensor, int step, int count) {
        double time = 1 - (double) step / count;
        return Tensor.of(tensor.type(), new double[] {time}, tensor.shape().withFree(1));
    }
}
