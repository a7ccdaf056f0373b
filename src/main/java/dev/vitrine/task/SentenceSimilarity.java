package dev.vitrine.task;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A text and others, one on each line, that it is compared with; how alike they are, as the cosine
/// of the vectors that [Pooling] makes of them.
///
/// Each text goes through the network by itself: in a batch, the scales that quantized networks
/// take of the whole would let one text change the vector of another. The first output says how
/// vectors are made; one without a tensor shows the same similarities another way.
final class SentenceSimilarity implements LoopTask {
    @Override
    public String id() {
        return "sentence-similarity";
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
        List<Problem> problems = new ArrayList<>();
        if (signature.inputs().size() != 2) {
            problems.add(
                    Problem.of(
                            "inputs",
                            "The task %s has %d inputs; declare two of kind text, one for the text"
                                            .formatted(id(), signature.inputs().size())
                                    + " and one for those that it is compared with."));
        }
        for (Port port : signature.inputs()) {
            PortTask.attempt(
                    problems,
                    "inputs",
                    () -> {
                        TextEncoding encoding = Embedding.encoding(port, network);
                        encoding.words().only(TextEncoding.WORDS, "an input");
                        problems.addAll(Embedding.missing(encoding, network));
                    });
        }
        for (Port port : signature.outputs()) {
            PortTask.attempt(
                    problems,
                    "outputs",
                    () -> {
                        Ranking.of(port);
                        if (port.tensor() != null || port == signature.outputs().getFirst()) {
                            PortTask.words(port).only(Pooling.WORDS, "an output");
                            Embedding.pooling(port, network);
                        }
                    });
        }
        return problems;
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
        Port one = signature.inputs().getFirst();
        Port many = signature.inputs().getLast();
        List<String> others =
                inputs.get(many.name(), String.class)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
        if (others.isEmpty()) {
            throw ProblemException.input(
                    Problem.at(
                            many.name(),
                            "missing",
                            "'%s' is empty; write at least one line.".formatted(many.label())));
        }
        Pooling pooling = Embedding.pooling(signature.outputs().getFirst(), declared);
        Embedding vectors = new Embedding(network, tokenizers, pooling, context.stop());
        float[] text =
                vectors.of(Embedding.encoding(one, declared), inputs.get(one.name(), String.class));
        List<Ranking.Match> matches = new ArrayList<>();
        TextEncoding encoding = Embedding.encoding(many, declared);
        for (String other : others) {
            context.progress(
                    (double) matches.size() / others.size(),
                    "%d of %d texts".formatted(matches.size() + 1, others.size()));
            matches.add(
                    new Ranking.Match(other, Embedding.cosine(text, vectors.of(encoding, other))));
        }
        Ranking ranking = new Ranking(matches);
        Map<String, Object> values = new LinkedHashMap<>();
        signature.outputs().forEach(p -> values.put(p.name(), Ranking.of(p).apply(ranking)));
        return new Values(values);
    }
}
