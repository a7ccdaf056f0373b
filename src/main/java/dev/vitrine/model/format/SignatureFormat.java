package dev.vitrine.model.format;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.format.Spec.Field;
import dev.vitrine.signature.OutputLayout;
import dev.vitrine.task.Processing;
import dev.vitrine.task.Tasks;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The words of `signature.yaml`, in one table.
///
/// The words of each kind and the words of processing are theirs and come from them.
public final class SignatureFormat {
    /// The version of the form that this program reads and writes.
    static final long VERSION = 1;

    /// The whole file.
    static final Spec SPEC = file();

    /// The words of a binding that name its tensors; the others are processing.
    static final List<String> NAMES = List.of("network", "name");

    private static final String FILE_NAME = "the name of a file in the folder";

    private SignatureFormat() {}

    /// The form as JSON Schema (2020-12), which editors of YAML and JSON understand.
    public static ObjectNode schema() {
        return SpecSchema.document(SPEC, "A signature of Vitrine");
    }

    /// The words of the file as a whole.
    public static Map<String, Field> words() {
        return ((Spec.Fields) SPEC).words();
    }

    /// The words of a port.
    ///
    /// @param kind the id of a kind
    /// @param input whether it is an input
    public static Map<String, Field> portWords(String kind, boolean input) {
        return Kinds.ALL.stream()
                .filter(k -> k.id().equals(kind))
                .findFirst()
                .map(k -> port(k, input))
                .orElse(Map.of());
    }

    /// The words of processing.
    public static Map<String, Field> processingWords() {
        return SpecReader.fields(Processing.words());
    }

    /// The words of a kind that may name a file with one value on each line in place of a list.
    static List<String> fileWords(Kind<?> kind) {
        return SpecReader.fields(kind.options()).entrySet().stream()
                .filter(e -> e.getValue().spec() instanceof Spec.Either either && takesFile(either))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean takesFile(Spec.Either either) {
        return either.forms().stream()
                .anyMatch(f -> f instanceof Spec.Text text && text.format().equals("path"));
    }

    private static Spec file() {
        Spec.Text name =
                new Spec.Text(
                        1,
                        "^[A-Za-z0-9_][A-Za-z0-9_.-]*$",
                        "",
                        "a name of ASCII letters, digits, '_', '-' and '.'");
        Spec.Text fileName = new Spec.Text(1, null, "path", FILE_NAME);
        Map<String, Field> words = new LinkedHashMap<>();
        words.put(
                "vitrine",
                Field.needed(
                        new Spec.OneOf(List.of(VERSION)), "The version of this form, which is 1."));
        words.put(
                "title", maybeText("The name a person reads; the folder's where nothing is said."));
        words.put("summary", maybeText("One sentence on what the model does."));
        words.put(
                "task",
                Field.maybe(
                        new Spec.OneOf(List.copyOf(Tasks.ids())),
                        "How ports become tensors, under Hugging Face's tags; 'other' where nothing"
                                + " is said."));
        words.put(
                "live",
                Field.maybe(
                        new Spec.Truth(),
                        "Whether outputs follow the inputs without a press of Run."));
        words.put(
                "outputLayout",
                Field.maybe(
                        new Spec.OneOf(List.copyOf(OutputLayout.words())),
                        "How several outputs stand on the page: under each other, under tabs, or"
                                + " side by side below the inputs; stack where nothing is said."));
        words.put("licence", maybeText("An SPDX expression or a short text."));
        words.put(
                "models",
                Field.maybe(
                        new Spec.Named("a network", name, fileName, 1),
                        "Files of the networks by name, main where there is one; the only .onnx"
                                + " file where nothing is said."));
        words.put(
                "inputs",
                Field.needed(
                        new Spec.Named("an input", name, ports("an input", "input", true), 0),
                        "What a run takes, by name, in the order shown."));
        words.put(
                "outputs",
                Field.needed(
                        new Spec.Named("an output", name, ports("an output", "output", false), 1),
                        "What a run gives, by name, in the order shown."));
        words.put(
                "examples",
                Field.maybe(
                        Spec.Items.of(example(name)),
                        "Inputs to try, with what comes out where that is known."));
        return new Spec.Fields("a signature", words);
    }

    private static Spec ports(String noun, String id, boolean input) {
        Map<String, Spec.Fields> byKind = new LinkedHashMap<>();
        for (Kind<?> kind : Kinds.ALL) {
            byKind.put(
                    kind.id(),
                    new Spec.Fields("%s of kind %s".formatted(noun, kind.id()), port(kind, input)));
        }
        return new Spec.Shared(id, new Spec.ByWord(noun, "kind", byKind));
    }

    private static Map<String, Field> port(Kind<?> kind, boolean input) {
        Map<String, Field> words = new LinkedHashMap<>();
        words.put(
                "kind",
                Field.needed(new Spec.OneOf(List.of(kind.id())), "What sort of thing it holds."));
        words.put("label", maybeText("The name a person reads."));
        words.put("help", maybeText("One sentence under the field."));
        if (input) {
            words.put(
                    "required",
                    Field.maybe(
                            new Spec.Truth(),
                            "Whether a run needs a value; true where there is no default."));
            words.put(
                    "default",
                    Field.maybe(new Spec.Any(), "The value that stands where none is given."));
        }
        Map<String, Field> limits = limits();
        kind.limits().forEach(word -> words.put(word, known(limits, word)));
        SpecReader.fields(kind.options())
                .forEach((word, field) -> {
                    if (words.put(word, field) != null) {
                        throw new IllegalStateException(
                                "Every port has a word '%s'".formatted(word));
                    }
                });
        words.put("group", maybeText("The heading it stands under."));
        words.put("advanced", Field.maybe(new Spec.Truth(), "Whether it is folded away at first."));
        words.put(
                "tensor",
                Field.maybe(
                        new Spec.Shared("tensor", tensor()),
                        "The tensor behind it; one of its own name where nothing is said."));
        return words;
    }

    private static Field known(Map<String, Field> limits, String word) {
        Field field = limits.get(word);
        if (field == null) {
            throw new IllegalStateException("There is no limit '%s'".formatted(word));
        }
        return field;
    }

    private static Map<String, Field> limits() {
        return Map.of(
                "min", Field.maybe(Spec.Number.ANY, "The least number, inclusive."),
                "max", Field.maybe(Spec.Number.ANY, "The greatest number, inclusive."),
                "step",
                        Field.maybe(
                                new Spec.Number(
                                        false,
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(0),
                                        OptionalDouble.empty()),
                                "Numbers lie on min, or 0, plus whole multiples of it."),
                "minLength", Field.maybe(Spec.Number.count(0), "The least number of characters."),
                "maxLength",
                        Field.maybe(Spec.Number.count(0), "The greatest number of characters."),
                "pattern",
                        Field.maybe(
                                Spec.Text.ANY, "A regular expression that the whole text matches."),
                "choices",
                        Field.maybe(
                                new Spec.Items(
                                        new Spec.Either(
                                                List.of(
                                                        Spec.Text.ANY,
                                                        Spec.Number.ANY,
                                                        new Spec.Truth())),
                                        1,
                                        Integer.MAX_VALUE),
                                "The only values allowed."),
                "maxPixels",
                        Field.maybe(
                                Spec.Number.count(1),
                                "The greatest number of pixels of a picture."),
                "maxSeconds",
                        Field.maybe(
                                new Spec.Number(
                                        false,
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(0),
                                        OptionalDouble.empty()),
                                "How long a sound may last, in seconds."));
    }

    private static Spec tensor() {
        Map<String, Field> words = new LinkedHashMap<>();
        words.put(
                "network",
                maybeText("The name under models of the network it belongs to, else main."));
        words.put(
                "name",
                Field.needed(
                        new Spec.Either(
                                List.of(
                                        new Spec.Text(1, null, "", Spec.Text.ANY.words()),
                                        new Spec.Fields(
                                                "the tensors of a port",
                                                SpecReader.fields(Processing.parts())))),
                        "The tensor's name in the network, or several by what they hold."));
        words.putAll(processingWords());
        return new Spec.Fields("a tensor", words);
    }

    private static Spec example(Spec.Text name) {
        Map<String, Field> words = new LinkedHashMap<>();
        words.put(
                "name",
                Field.maybe(
                        new Spec.Text(1, null, "", Spec.Text.ANY.words()),
                        "A short name; its number where nothing is said."));
        words.put(
                "inputs",
                Field.maybe(
                        new Spec.Named("a value", name, new Spec.Any(), 0),
                        "A value for each input; a medium is a file in the folder."));
        words.put(
                "expect",
                Field.maybe(
                        new Spec.Named("a value", name, new Spec.Any(), 0),
                        "The part that is known of each output's JSON; a medium is a file in the"
                                + " folder."));
        words.put(
                "tolerance",
                Field.maybe(
                        new Spec.Number(
                                false,
                                OptionalDouble.of(0),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        "How far a number, or the light of a picture on average, may lie from the"
                                + " expected one; 0.001 where nothing is said."));
        return new Spec.Fields("an example", words);
    }

    private static Field maybeText(String help) {
        return Field.maybe(Spec.Text.ANY, help);
    }
}
