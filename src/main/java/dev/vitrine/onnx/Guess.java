package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.TensorInfo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a signature for a file that nobody described, from what it declares and what stands beside
/// it.
///
/// A guess is never more than that: each port says why it is what it is, in its `because`.
public final class Guess {
    /// The ways to understand an input, best first.
    private static final List<Rung> INPUTS =
            List.of(
                    new PictureInRung(),
                    new SoundRung(),
                    new TextRung(),
                    new ClassRung(),
                    new NumberRung(),
                    new ToggleRung(),
                    new TensorRung());

    /// The ways to understand an output, best first.
    private static final List<Rung> OUTPUTS =
            List.of(
                    new ListRung(),
                    new DetectorRung(),
                    new PooledRung(),
                    new LabelRung(),
                    new MapRung(),
                    new PictureOutRung(),
                    new TextRung(),
                    new NumberRung(),
                    new ToggleRung(),
                    new TensorRung());

    private static final TensorRung TENSOR = new TensorRung();

    /// What a column of a table may be.
    private static final Set<String> COLUMNS = Set.of("number", "choice", "toggle", "text");

    private Guess() {}

    /// Guesses a signature.
    ///
    /// @param declared what the file declares
    /// @param title the name a person reads
    /// @param file where it stands; class names are looked for beside it
    /// @throws ProblemException where an input or output is of a type that no port can hold
    public static Signature of(OnnxFile declared, String title, Path file) {
        Beside beside = new Beside(file);
        Neighbours neighbours = Neighbours.of(declared, beside);
        List<Port> inputs = ports(declared, neighbours, false, List.of());
        List<Port> outputs = ports(declared, neighbours, true, inputs);
        List<Port> all =
                Stream.concat(inputs.stream(), DetectorRung.settings(outputs).stream()).toList();
        List<Example> examples = Samples.examples(neighbours.samples(), all, beside);
        return new Signature(
                neighbours.title().map(Word::text).orElse(title),
                Clue.oneLine(neighbours.summary().map(Word::text).orElse(declared.doc())),
                task(inputs, outputs),
                Map.of(Signature.MAIN, declared.fileName()),
                all,
                outputs,
                examples,
                false,
                neighbours.licence().map(Word::text).orElse(""),
                because(declared, neighbours, beside));
    }

    private static List<Port> ports(
            OnnxFile declared, Neighbours neighbours, boolean isOutput, List<Port> inputs) {
        PortNames names = new PortNames(isOutput ? "output" : "input");
        Set<String> joined = new HashSet<>();
        List<Port> ports = new ArrayList<>();
        Optional<TokenInputs> tokens =
                isOutput ? Optional.empty() : TokenInputs.of(declared, neighbours);
        tokens.ifPresent(t -> {
            ports.add(t.port(names.of("text")));
            t.parts().values().forEach(value -> joined.add(value.name()));
        });
        for (ValueInfo value : isOutput ? declared.outputs() : declared.inputs()) {
            if (joined.contains(value.name())) {
                continue;
            }
            TensorInfo tensor = tensor(declared, value, isOutput);
            Clue clue = new Clue(declared, neighbours, value, tensor, "", isOutput, inputs);
            Optional<ScoreColumns> scores =
                    isOutput ? ScoreColumns.of(declared, value) : Optional.empty();
            List<Port> columns = isOutput ? List.of() : ColumnsRung.guess(clue, names);
            if (scores.isPresent()) {
                joined.addAll(scores.get().outputs());
                ports.add(scores.get().port(clue, names.of("probabilities")));
            } else if (columns.isEmpty()) {
                ports.add(one(clue.named(names.of(clue.called()))));
            } else {
                ports.addAll(columns);
            }
        }
        return ports;
    }

    /// The port that stands for one whole input or output.
    private static Port one(Clue clue) {
        Optional<Said> said = clue.said();
        Port port =
                (clue.isOutput() ? OUTPUTS : INPUTS)
                        .stream()
                                .map(rung -> rung.guess(clue))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElseThrow();
        boolean refused = said.flatMap(Said::refused).isPresent();
        boolean lost =
                said.filter(s -> !s.steps().isEmpty()).isPresent()
                        && !Clue.CARRIES_STEPS.contains(port.kind());
        Port fitting = refused || lost ? TENSOR.guess(clue).orElseThrow() : port;
        Object standard =
                clue.isOutput() ? null : clue.neighbours().standards().get(clue.value().name());
        return standard == null ? fitting : standing(fitting, standard);
    }

    /// The port with a default, where it takes it.
    private static Port standing(Port port, Object standard) {
        return Samples.isFit(port, standard) ? port.withDefault(standard) : port;
    }

    private static TensorInfo tensor(OnnxFile declared, ValueInfo value, boolean isOutput) {
        return (isOutput ? value.tensors() : value.tensor().stream().toList())
                .stream()
                        .findFirst()
                        .orElseThrow(() ->
                                ProblemException.model(
                                        "The %s '%s' of '%s' is %s, which ONNX Runtime's Java interface cannot carry; export the model with tensors only."
                                                .formatted(
                                                        isOutput ? "output" : "input",
                                                        Brief.of(value.name()),
                                                        declared.fileName(),
                                                        Brief.of(value.type().text()))));
    }

    /// The task of Hugging Face's that fits, or `other`.
    private static String task(List<Port> inputs, List<Port> outputs) {
        Optional<String> seen = PictureTasks.of(outputs);
        if (seen.isPresent()) {
            return seen.get();
        }
        if (outputs.stream().anyMatch(p -> p.kind().equals("heatmap"))) {
            return "heat-map";
        }
        if (outputs.stream().anyMatch(Guess::isPooled)) {
            return "feature-extraction";
        }
        boolean labels = outputs.stream().anyMatch(p -> p.kind().equals("label"));
        if (labels
                && inputs.size() > 1
                && inputs.stream().allMatch(p -> COLUMNS.contains(p.kind()))) {
            return "tabular-classification";
        }
        if (!outputs.isEmpty()
                && inputs.size() > 1
                && outputs.stream().allMatch(p -> p.kind().equals("number"))
                && inputs.stream().allMatch(p -> COLUMNS.contains(p.kind()))) {
            return "tabular-regression";
        }
        String only = inputs.size() == 1 ? inputs.getFirst().kind() : "";
        return switch (only) {
            case "image" -> labels ? "image-classification" : "other";
            case "audio" -> labels ? "audio-classification" : "other";
            case "text" -> labels ? "text-classification" : "other";
            default -> "other";
        };
    }

    private static boolean isPooled(Port port) {
        Binding tensor = port.tensor();
        return tensor != null && tensor.processing().containsKey("pooling");
    }

    private static String because(OnnxFile declared, Neighbours neighbours, Beside beside) {
        List<String> all = new ArrayList<>();
        all.add(
                "Nobody wrote a signature for '%s'%s: this is guessed from %sthe names, types and shapes in it, and from its first and last operators."
                        .formatted(
                                declared.fileName(),
                                declared.producer().isBlank()
                                        ? ""
                                        : ", written by %s".formatted(declared.producer()),
                                beside.read().isEmpty()
                                        ? ""
                                        : "what stands beside it (%s), "
                                                .formatted(String.join(", ", beside.read()))));
        neighbours
                .task()
                .map(t -> "Its task is %s, as %s says.".formatted(t.text(), t.where()))
                .ifPresent(all::add);
        all.addAll(beside.passedOver());
        return String.join(" ", all);
    }
}
