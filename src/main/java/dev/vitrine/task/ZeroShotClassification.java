package dev.vitrine.task;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.spans.Span;
import dev.vitrine.kind.spans.Spans;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A text, and labels that the caller writes, one on each line; how near each label is to the text
/// in meaning, and to each of its sentences, as the cosine of the vectors that [Pooling] makes of
/// them.
///
/// An output of kind label has the whole text, whose vector is the mean of its sentences'; one of
/// kind spans has each sentence under the label that is nearest to it. The first output says how
/// vectors are made.
final class ZeroShotClassification implements LoopTask {
    /// What a label is put into before it is read, as transformers' pipeline calls it; `{}` stands
    /// for the label.
    static final String TEMPLATE = "hypothesis_template";

    private static final String HOLE = "{}";

    /// The words of the labels.
    private static final List<String> LABEL_WORDS =
            Stream.concat(TextEncoding.WORDS.stream(), Stream.of(TEMPLATE)).toList();

    /// The words of the outputs.
    private static final List<String> OUTPUT_WORDS =
            Stream.concat(
                            Pooling.WORDS.stream(),
                            Stream.of(Setting.THRESHOLD, Generating.TEMPERATURE))
                    .toList();

    private static final List<String> KINDS = List.of("label", "spans");

    @Override
    public String id() {
        return "zero-shot-classification";
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
        PortTask.attempt(
                problems,
                "inputs",
                () -> {
                    List<Port> texts = texts(signature);
                    for (Port port : texts) {
                        boolean isText = port.equals(texts.getFirst());
                        TextEncoding encoding = Embedding.encoding(port, network);
                        encoding.words()
                                .only(isText ? TextEncoding.WORDS : LABEL_WORDS, "an input");
                        problems.addAll(Embedding.missing(encoding, network));
                    }
                });
        for (Port port : signature.outputs()) {
            PortTask.attempt(problems, "outputs", () -> output(signature, network, port));
        }
        return problems;
    }

    private static void output(Signature signature, Declared network, Port port) {
        if (!KINDS.contains(port.kind())) {
            throw Adapter.wrong(
                    port,
                    "is of kind %s, which no labels of a text can be; use %s"
                            .formatted(port.kind(), String.join(" or ", KINDS)));
        }
        Words words = PortTask.words(port);
        words.only(OUTPUT_WORDS, "an output");
        Setting.check(signature, words);
        if (port.equals(signature.outputs().getFirst())) {
            Embedding.pooling(port, network);
        }
    }

    /// The text and the labels.
    private List<Port> texts(Signature signature) {
        List<Port> texts =
                signature.inputs().stream().filter(p -> p.kind().equals("text")).toList();
        if (texts.size() != 2) {
            throw new ProblemException(
                    ProblemException.Fault.MODEL,
                    Problem.of(
                            "task",
                            "The task %s has %d inputs of kind text; declare one for the text and one for its labels."
                                    .formatted(id(), texts.size())));
        }
        return texts;
    }

    @Override
    public List<String> words(Port port, boolean isInput) {
        return isInput ? LABEL_WORDS : OUTPUT_WORDS;
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
        Port one = texts(signature).getFirst();
        Port many = texts(signature).getLast();
        String text = inputs.get(one.name(), String.class);
        List<Sentence> sentences = some(one, Sentence.of(text), "write a sentence");
        List<String> labels =
                some(
                        many,
                        inputs.get(many.name(), String.class)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .distinct()
                                .toList(),
                        "write at least one line");
        Embedding vectors =
                new Embedding(
                        network,
                        tokenizers,
                        Embedding.pooling(signature.outputs().getFirst(), declared),
                        context.stop());
        TextEncoding labelling = Embedding.encoding(many, declared);
        String template = labelling.words().binding().step(TEMPLATE, String.class).orElse(HOLE);
        List<float[]> wanted =
                labels.stream()
                        .map(label -> vectors.of(labelling, template.replace(HOLE, label)))
                        .toList();
        Found found = new Found(signature, inputs, text, labels, wanted);
        TextEncoding reading = Embedding.encoding(one, declared);
        for (int i = 0; i < sentences.size(); i++) {
            found.add(sentences.get(i), vectors.of(reading, sentences.get(i).text()));
            context.progress(
                    (i + 1.0) / sentences.size(),
                    sentences.size() == 1
                            ? ""
                            : "%d of %d sentences".formatted(i + 1, sentences.size()));
            context.partial(found.values());
        }
        return found.values();
    }

    private static <T> List<T> some(Port port, List<T> all, String what) {
        if (all.isEmpty()) {
            throw ProblemException.input(
                    Problem.at(
                            port.name(),
                            "missing",
                            "'%s' is empty; %s.".formatted(port.label(), what)));
        }
        return all;
    }

    /// What is known of a text so far.
    private static final class Found {
        private final Signature signature;
        private final Values inputs;
        private final String text;
        private final List<String> labels;
        private final List<float[]> wanted;
        private final List<Nearest> sentences = new ArrayList<>();
        private float[] sum = {};

        /// A sentence and the label that is nearest to it.
        private record Nearest(Sentence sentence, String label, double similarity) {}

        Found(
                Signature signature,
                Values inputs,
                String text,
                List<String> labels,
                List<float[]> wanted) {
            this.signature = signature;
            this.inputs = inputs;
            this.text = text;
            this.labels = labels;
            this.wanted = wanted;
        }

        void add(Sentence sentence, float[] vector) {
            double[] similarities = similarities(vector);
            int best =
                    IntStream.range(0, similarities.length)
                            .boxed()
                            .max(Comparator.comparingDouble(i -> similarities[i]))
                            .orElse(0);
            sentences.add(new Nearest(sentence, labels.get(best), similarities[best]));
            double length = Math.sqrt(squares(vector));
            sum = sum.length == 0 ? new float[vector.length] : sum;
            for (int i = 0; i < vector.length && length > 0; i++) {
                sum[i] += (float) (vector[i] / length);
            }
        }

        private static double squares(float[] vector) {
            double sum = 0;
            for (float v : vector) {
                sum += (double) v * v;
            }
            return sum;
        }

        private double[] similarities(float[] vector) {
            return wanted.stream().mapToDouble(w -> Embedding.cosine(vector, w)).toArray();
        }

        Values values() {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Port port : signature.outputs()) {
                Words words = PortTask.words(port);
                values.put(
                        port.name(),
                        port.kind().equals("label")
                                ? label(words.number(Generating.TEMPERATURE).orElse(1))
                                : spans(Setting.value(words, inputs, 0)));
            }
            return new Values(values);
        }

        /// The softmax of similarities over a temperature.
        private Label label(double temperature) {
            double[] similarities = similarities(sum);
            double[] weights =
                    IntStream.range(0, similarities.length)
                            .mapToDouble(
                                    i -> Math.exp(similarities[i] / Math.max(1e-3, temperature)))
                            .toArray();
            double whole = Arrays.stream(weights).sum();
            return new Label(
                    IntStream.range(0, weights.length)
                            .mapToObj(i -> new Label.Confidence(labels.get(i), weights[i] / whole))
                            .sorted(
                                    Comparator.comparingDouble(Label.Confidence::confidence)
                                            .reversed())
                            .toList());
        }

        private Spans spans(double threshold) {
            return new Spans(
                    text,
                    sentences.stream()
                            .filter(s -> s.similarity() >= threshold)
                            .map(s ->
                                    new Span(
                                            s.label(),
                                            s.sentence().start(),
                                            s.sentence().end(),
                                            Math.clamp(s.similarity(), 0.0, 1.0)))
                            .toList());
        }
    }
}
