package dev.vitrine.task;

import dev.vitrine.kind.spans.Spans;
import dev.vitrine.kind.spans.SpansKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;

/// A text in, its parts with their names out: a network scores tags for each token, the greatest is
/// its tag, and [TokenGrouping] makes spans of tags.
final class TokenClassification implements LoopTask {
    @Override
    public String id() {
        return "token-classification";
    }

    /// What a signature of this task says, held against its network.
    private record Plan(TextEncoding encoding, Port found, TensorInfo scores, List<String> tags) {
        static Plan of(Signature signature, Declared network) {
            Port text = only(signature.inputs(), "text", "an input");
            Port found = only(signature.outputs(), "spans", "an output");
            TextEncoding encoding = Embedding.encoding(text, network);
            encoding.words().only(TextEncoding.WORDS, "an input");
            PortTask.words(found).only(List.of(), "an output");
            List<Problem> missing = Embedding.missing(encoding, network);
            if (!missing.isEmpty()) {
                throw new ProblemException(ProblemException.Fault.MODEL, missing, null);
            }
            TensorInfo scores = PortTask.tensor(found, network.outputs());
            List<String> tags = SpansKind.labels(found);
            if (!scores.type().isFloating() || scores.shape().rank() != 3) {
                throw PortTask.words(found)
                        .wrong(
                                "name",
                                "is found token by token, but the tensor '%s' is %s; name the one of a row of scores for each token"
                                        .formatted(scores.name(), scores.form()));
            }
            Dimension classes = scores.shape().at(-1);
            if (tags.isEmpty() || !classes.isFree() && classes.size() != tags.size()) {
                throw Adapter.wrong(
                        found,
                        "has %d labels, but the tensor '%s' has %s classes; list a tag for each, such as [O, B-PER, I-PER]"
                                .formatted(tags.size(), scores.name(), classes));
            }
            return new Plan(encoding, found, scores, tags);
        }

        private static Port only(List<Port> ports, String kind, String side) {
            if (ports.size() != 1 || !ports.getFirst().kind().equals(kind)) {
                throw new ProblemException(
                        ProblemException.Fault.MODEL,
                        Problem.of(
                                "task",
                                "The task token-classification needs %s of kind %s alone; declare one, or use the task other."
                                        .formatted(side, kind)));
            }
            return ports.getFirst();
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
    public List<String> words(Port port, boolean isInput) {
        return isInput ? TextEncoding.WORDS : List.of();
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
        Port port = signature.inputs().getFirst();
        // what is cleaned is what the places are of
        String text = plan.encoding().cleaning().clean(inputs.get(port.name(), String.class));
        Tokenizer.Tokens tokens = tokenizers.of(plan.encoding().wanted()).encode(text);
        Tensor scores =
                Adapter.given(
                        network.run(plan.encoding().tensors(tokens), context.stop()),
                        plan.scores());
        Spans found = new Spans(text, TokenTags.of(plan.tags(), tokens, scores.floats()));
        return new Values(Map.of(plan.found().name(), found));
    }
}
