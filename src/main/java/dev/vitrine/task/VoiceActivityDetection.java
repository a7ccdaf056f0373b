package dev.vitrine.task;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A sound in, the parts of it in which somebody speaks out: a network is run along the sound,
/// [Windows] by window, and its scores become parts as [Speaking] says.
///
/// An input that the output names as its threshold is a setting of the task, which no tensor takes.
final class VoiceActivityDetection implements LoopTask {
    /// Windows between two looks at how far it is.
    private static final int OFTEN = 64;

    @Override
    public String id() {
        return "voice-activity-detection";
    }

    /// What a signature of this task says, held against its network.
    ///
    /// @param audio the input that is heard
    /// @param encoding how it becomes samples
    /// @param windows how the network is run along them
    /// @param speech the output
    /// @param speaking how scores become parts
    private record Plan(
            Port audio, SoundEncoding encoding, Windows windows, Port speech, Speaking speaking) {
        static Plan of(Signature signature, Declared network) {
            Port audio = only(signature.inputs(), "audio", "an input");
            Port speech = only(signature.outputs(), "segments", "an output");
            Words words = PortTask.words(audio);
            words.only(
                    Stream.concat(SoundEncoding.WORDS.stream(), Windows.WORDS.stream()).toList(),
                    "an input");
            TensorInfo samples = PortTask.tensor(audio, network.inputs());
            if (samples.type() != ElementType.FLOAT32) {
                throw words.wrong(
                        "is heard window by window, but the tensor '%s' holds %s; export the model with float32"
                                .formatted(samples.name(), samples.type()));
            }
            SoundEncoding encoding = SoundEncoding.of(audio, PortTask.binding(audio), samples);
            if (encoding.samplingRate() == 0) {
                throw words.wrong(
                        "is heard window by window; give it a samplingRate such as 16000");
            }
            Windows windows = Windows.of(words, samples, network);
            double step = (double) windows.size() / encoding.samplingRate();
            Speaking speaking =
                    Speaking.of(
                            signature,
                            PortTask.words(speech),
                            PortTask.tensor(speech, network.outputs()),
                            step);
            return new Plan(audio, encoding, windows, speech, speaking);
        }

        private static Port only(List<Port> ports, String kind, String side) {
            List<Port> fitting = ports.stream().filter(p -> p.kind().equals(kind)).toList();
            if (fitting.size() != 1) {
                throw new ProblemException(
                        ProblemException.Fault.MODEL,
                        Problem.of(
                                "task",
                                "The task voice-activity-detection needs %s of kind %s; declare one, or use the task other."
                                        .formatted(side, kind)));
            }
            return fitting.getFirst();
        }
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        Declared network = networks.get(Signature.MAIN);
        if (network == null || networks.size() != 1) {
            return List.of(
                    Problem.of(
                            "models",
                            "The task %s runs one network; name just 'main' under models."
                                    .formatted(id())));
        }
        try {
            Plan.of(signature, network);
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    @Override
    public Values run(
            Signature signature,
            Map<String, Network> networks,
            Tokenizers tokenizers,
            Values inputs,
            RunContext context) {
        Network network = networks.values().iterator().next();
        Plan plan = Plan.of(signature, new Declared(network.inputs(), network.outputs()));
        float[] samples = plan.encoding().samples(inputs.get(plan.audio().name(), Sound.class));
        Speaking.Scores scores = plan.speaking().scores(inputs);
        int count = plan.windows().count(samples);
        plan.windows()
                .run(
                        network,
                        samples,
                        context.stop(),
                        (index, outputs) -> {
                            scores.add(outputs);
                            if (index % OFTEN == OFTEN - 1) {
                                context.progress((index + 1.0) / count, "");
                                context.partial(values(plan, scores.segments()));
                            }
                        });
        return values(plan, scores.segments());
    }

    private static Values values(Plan plan, Segments found) {
        return new Values(Map.of(plan.speech().name(), found));
    }
}
