package dev.vitrine.model;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.format.SignatureFormat;
import dev.vitrine.model.format.Spec;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a port could be of a kind, found out by asking the task as if it were.
///
/// @param kind the id of the kind
/// @param reason why not, in a sentence; empty where it could
/// @param processing the words of processing it would have: those that are there and that the kind
///   reads, or one that has to be said
public record KindFit(String kind, String reason, Map<String, Object> processing) {
    /// Each kind, in the order in which documents list them.
    ///
    /// @param model what the port belongs to
    /// @param isInput whether it is an input
    public static List<KindFit> of(Model model, String port, boolean isInput) {
        Signature signature = model.signature();
        return (isInput ? signature.input(port) : signature.output(port))
                .map(p -> new Trial(model, p, isInput))
                .map(trial -> Kinds.ALL.stream().map(Kind::id).map(trial::fit).toList())
                .orElse(List.of());
    }

    public boolean fits() {
        return reason.isEmpty();
    }

    private record Trial(Model model, Port port, boolean isInput) {
        KindFit fit(String kind) {
            if (kind.equals(port.kind())) {
                return new KindFit(kind, "", processing());
            }
            Map<String, Object> kept = kept(kind);
            Optional<String> wrong = wrong(kind, kept);
            if (wrong.isEmpty()) {
                return new KindFit(kind, "", kept);
            }
            return words(kind).stream()
                    .filter(word -> wrong(kind, word).isEmpty())
                    .findFirst()
                    .map(word -> new KindFit(kind, "", word))
                    .orElseGet(() -> new KindFit(kind, wrong.get(), Map.of()));
        }

        private Map<String, Object> processing() {
            Binding tensor = port.tensor();
            return tensor == null ? Map.of() : tensor.processing();
        }

        /// What is there and would be read.
        private Map<String, Object> kept(String kind) {
            Map<String, Object> kept = new LinkedHashMap<>(processing());
            kept.keySet().retainAll(task().words(as(kind, Map.of()), isInput));
            return kept;
        }

        /// Nothing, and each single word of which there are only so many, such as the layouts.
        private List<Map<String, Object>> words(String kind) {
            List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
            Map<String, Spec.Field> known = SignatureFormat.processingWords();
            for (String word : task().words(as(kind, Map.of()), isInput)) {
                Spec.Field field = known.get(word);
                if (field != null && field.spec() instanceof Spec.OneOf(List<Object> values)) {
                    values.forEach(value -> all.add(Map.of(word, value)));
                }
            }
            return all;
        }

        /// What would be wrong that is not wrong now; that the task itself would have to be another
        /// is no matter, for it can be changed too.
        private Optional<String> wrong(String kind, Map<String, Object> processing) {
            List<Problem> now = check(model.signature());
            return check(with(as(kind, processing))).stream()
                    .filter(p -> !p.port().isEmpty() && !now.contains(p))
                    .map(Problem::message)
                    .findFirst();
        }

        private List<Problem> check(Signature signature) {
            try {
                return task().check(signature, model.declared());
            } catch (ProblemException e) {
                return e.problems();
            }
        }

        private Task task() {
            return Tasks.of(model.signature().task());
        }

        private Port as(String kind, Map<String, Object> processing) {
            Port bare = Port.of(port.name(), kind);
            Binding tensor = port.tensor();
            return tensor == null
                    ? bare
                    : bare.withTensor(
                            new Binding(
                                    tensor.network(), tensor.name(), tensor.parts(), processing));
        }

        private Signature with(Port other) {
            Signature s = model.signature();
            return new Signature(
                    s.title(),
                    s.summary(),
                    s.task(),
                    s.models(),
                    isInput ? replaced(s.inputs(), other) : s.inputs(),
                    isInput ? s.outputs() : replaced(s.outputs(), other),
                    List.of(),
                    s.live(),
                    s.licence(),
                    "",
                    s.outputLayout());
        }

        private static List<Port> replaced(List<Port> ports, Port other) {
            return ports.stream().map(p -> p.name().equals(other.name()) ? other : p).toList();
        }
    }
}
