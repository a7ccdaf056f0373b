package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Noise becomes a picture, step by step: each step of a [Denoising] runs the network once, and the
/// picture is shown as it is then.
///
/// Whatever else the network takes, such as a class or how closely to follow it, is the same in all
/// steps. How many steps, and the seed of the noise, are settings of the task. Stop is looked at
/// before each step, and the network looks at it as well.
final class Diffusion implements LoopTask {
    private static final String ID = "diffusion";

    /// One step, as a task whose ports are tensors.
    private final Step step = new Step();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        step.require(signature.outputs(), List.of("image"), "output", problems);
        if (problems.isEmpty() && pictures(signature).size() != 1) {
            problems.add(
                    Problem.of(
                            "outputs",
                            "The task diffusion makes one picture of noise; say under the tensor of"
                                + " one output what goes from step to step, such as carry: {x_next:"
                                + " x}."));
        }
        if (problems.isEmpty()) {
            problems.addAll(step.check(signature, networks));
        }
        return problems;
    }

    @Override
    public List<String> words(Port port, boolean isInput) {
        return step.words(port, isInput);
    }

    @Override
    public Values run(
            Signature signature,
            Map<String, Network> networks,
            Tokenizers tokenizers,
            Values inputs,
            RunContext context) {
        Network network = networks.values().iterator().next();
        Declared declared = new Declared(network.inputs(), network.outputs());
        Denoising denoising = denoising(signature, declared);
        SimpleTask.Steps steps = step.bind(signature, declared);
        Map<String, Tensor> given = new HashMap<>(steps.before(inputs, tokenizers));
        given.put(denoising.to().name(), denoising.noise(inputs));
        int count = denoising.count(inputs);
        Values shown = Values.NONE;
        for (int i = 0; i < count; i++) {
            context.stop().check();
            given.putAll(denoising.times(i, count));
            Map<String, Tensor> outputs = network.run(given, context.stop());
            given.put(denoising.to().name(), Adapter.given(outputs, denoising.from()));
            shown = steps.after(inputs, outputs);
            context.progress((i + 1.0) / count, "Step %d of %d".formatted(i + 1, count));
            context.partial(shown);
        }
        return shown;
    }

    /// The outputs that say how they are made of noise.
    private static List<Words> pictures(Signature signature) {
        return signature.outputs().stream()
                .filter(port -> port.kind().equals("image"))
                .map(PortTask::words)
                .filter(Denoising::is)
                .toList();
    }

    private static Denoising denoising(Signature signature, Declared network) {
        return Denoising.of(signature, pictures(signature).getFirst(), network);
    }

    /// One step: the noise and the time come from the loop, everything else from ports.
    private static final class Step extends PortTask {
        Step() {
            super(ID);
        }

        @Override
        boolean isSetting(Signature signature, Port input) {
            return pictures(signature).stream()
                    .anyMatch(words -> Denoising.isSetting(words, input.name()));
        }

        @Override
        List<String> filled(Signature signature, Declared network) {
            return denoising(signature, network).filled();
        }

        @Override
        List<String> outputWords(Port port) {
            return port.kind().equals("image")
                    ? Stream.concat(super.outputWords(port).stream(), Denoising.WORDS.stream())
                            .toList()
                    : super.outputWords(port);
        }

        @Override
        Output output(Signature signature, Declared network, Port port) {
            if (Denoising.is(words(port))) {
                var unused = Denoising.of(signature, words(port), network);
            }
            return super.output(signature, network, port);
        }
    }
}
