package dev.vitrine.window;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.format.Draft;
import dev.vitrine.model.format.SignatureFormat;
import dev.vitrine.model.format.Spec;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.task.Tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A word of a signature that somebody may say: where it stands and what may stand there. Which
/// there are comes from the tables of the form, the kinds and the tasks.
///
/// @param place where it stands
/// @param spec what may stand there
/// @param help what it means, in a sentence
/// @param needed whether it has to be said
record WordSlot(List<String> place, Spec spec, String help, boolean needed) {
    private static final String INPUTS = "inputs";
    private static final String DEFAULT = "default";

    /// Words of the whole that are shown elsewhere, or nowhere.
    private static final Set<String> ELSEWHERE =
            Set.of("vitrine", "models", INPUTS, "outputs", "examples");

    /// What a port is called and said to be, however it works.
    private static final Set<String> FIRST = Set.of(Draft.KIND, "label");

    /// The name a person reads, such as `Min length`.
    String title() {
        String words = place.getLast().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Port.labelOf(words.toLowerCase(Locale.ROOT));
    }

    /// What stands there where nothing is said, as far as that is known here.
    String prompt() {
        return place.size() == 3 && place.getLast().equals("label")
                ? Port.labelOf(place.get(1))
                : "";
    }

    /// The words of the model as a whole.
    static List<WordSlot> whole() {
        return slots(List.of(), SignatureFormat.words(), w -> !ELSEWHERE.contains(w));
    }

    /// The words of a port that belong to its kind.
    static List<WordSlot> kind(Draft draft, List<String> port) {
        Kind<?> kind = Kinds.of(Port.of(port.getLast(), kindOf(draft, port)));
        Set<String> own = Set.copyOf(own(kind));
        return slots(port, words(draft, port), w -> FIRST.contains(w) || own.contains(w));
    }

    /// The words that ports of every kind have.
    static List<WordSlot> common(Draft draft, List<String> port) {
        Kind<?> kind = Kinds.of(Port.of(port.getLast(), kindOf(draft, port)));
        Set<String> own = Set.copyOf(own(kind));
        return slots(
                        port,
                        words(draft, port),
                        w -> !FIRST.contains(w) && !own.contains(w) && !w.equals(Draft.TENSOR))
                .stream()
                .map(slot -> slot.place().getLast().equals(DEFAULT) ? slot.of(kind) : slot)
                .toList();
    }

    /// The words of processing that a port reads.
    static List<WordSlot> processing(Draft draft, List<String> port) {
        Map<String, Object> said = binding(draft, port);
        if (said.isEmpty()) {
            return List.of();
        }
        Port asked = Port.of(port.getLast(), kindOf(draft, port)).withTensor(Binding.of("", said));
        String task = String.valueOf(draft.at(List.of("task")).orElse(""));
        Set<String> read =
                Stream.concat(
                                Tasks.ids().contains(task)
                                        ? Tasks.of(task)
                                                .words(asked, port.getFirst().equals(INPUTS))
                                                .stream()
                                        : Stream.of(),
                                said.keySet().stream())
                        .collect(Collectors.toSet());
        return slots(
                SignatureViewModel.with(port, Draft.TENSOR),
                SignatureFormat.processingWords(),
                read::contains);
    }

    /// The kind that a draft says of a port.
    static String kindOf(Draft draft, List<String> port) {
        return String.valueOf(draft.at(SignatureViewModel.with(port, Draft.KIND)).orElse(""));
    }

    private static Map<String, Object> binding(Draft draft, List<String> port) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (draft.at(SignatureViewModel.with(port, Draft.TENSOR)).orElse(null)
                instanceof Map<?, ?> tensor) {
            tensor.forEach((word, value) -> words.put(String.valueOf(word), value));
        }
        return words;
    }

    private static List<String> own(Kind<?> kind) {
        List<String> own = new ArrayList<>(kind.limits());
        own.addAll(kind.options().propertyNames());
        return own;
    }

    private static Map<String, Spec.Field> words(Draft draft, List<String> port) {
        return SignatureFormat.portWords(kindOf(draft, port), port.getFirst().equals(INPUTS));
    }

    private static List<WordSlot> slots(
            List<String> place, Map<String, Spec.Field> words, Predicate<String> which) {
        return words.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .map(e ->
                        new WordSlot(
                                SignatureViewModel.with(place, e.getKey()),
                                e.getValue().spec(),
                                e.getValue().help(),
                                e.getValue().required()))
                .toList();
    }

    /// A default of text is text, whatever it looks like.
    private WordSlot of(Kind<?> kind) {
        return kind.type() == String.class
                ? new WordSlot(place, new Spec.Text(0, null, "", "text"), help, needed)
                : this;
    }
}
