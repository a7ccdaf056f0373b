package dev.vitrine.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.SignatureYaml;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

class SignatureRoundTripTest {
    private static final Path NOWHERE = Path.of("models/digits");

    private static final Binding CLEANED =
            Binding.of(
                    "t",
                    Map.of("clean", List.of("strip", Map.of("keep", List.of("letters", "marks")))));

    @Property(tries = 500)
    void whatIsWrittenReadsBackTheSame(@ForAll("signatures") Signature signature) {
        String text = SignatureYaml.write(signature);
        assertThat(SignatureYaml.read(text, "written", NOWHERE)).as(text).isEqualTo(signature);
    }

    @Property(tries = 200)
    void aDraftReadsBackTheSameAsYamlAsJsonAndThroughTheNotationOfItsFields(
            @ForAll("signatures") Signature signature) {
        Draft draft = Draft.of(signature);
        assertThat(SignatureYaml.read(draft.yaml(), "yaml", NOWHERE)).isEqualTo(signature);
        assertThat(SignatureYaml.read(draft.json(), "json", NOWHERE)).isEqualTo(signature);
        Draft typed = draft;
        for (String side : List.of("inputs", "outputs")) {
            for (String port : draft.ports(side)) {
                String kind = (String) draft.at(List.of(side, port, "kind")).orElseThrow();
                typed =
                        typed(
                                typed,
                                List.of(side, port),
                                SignatureFormat.portWords(kind, side.equals("inputs")));
                typed =
                        typed(
                                typed,
                                List.of(side, port, "tensor"),
                                SignatureFormat.processingWords());
            }
        }
        assertThat(SignatureDraft.of(typed, new Folder(NOWHERE)).signature()).isEqualTo(signature);
    }

    /// The draft with each word read from the text that a field shows of it, where it is one line.
    private static Draft typed(Draft draft, List<String> place, Map<String, Spec.Field> words) {
        Draft typed = draft;
        for (Map.Entry<String, Spec.Field> word : words.entrySet()) {
            List<String> at = SignatureWriter.path(place, word.getKey());
            Object value = draft.at(at).orElse(null);
            Spec spec = word.getValue().spec();
            if (value != null && !(spec instanceof Spec.Text) && !word.getKey().equals("tensor")) {
                typed = typed.with(at, Notation.read(spec, Notation.text(spec, value)));
            }
        }
        return typed;
    }

    @Test
    void theShippedDemoReadsBackTheSame() throws Exception {
        String text = Files.readString(NOWHERE.resolve("signature.yaml"));
        Signature read = SignatureYaml.read(text, "signature.yaml", NOWHERE);
        assertThat(SignatureYaml.read(SignatureYaml.write(read), "written", NOWHERE))
                .isEqualTo(read);
    }

    @Test
    void everyWordOfTheFormSurvivesReadingAndWriting() {
        String whole = FormatAgreementTest.WHOLE.replace("\"live\": false", "\"live\": true");
        Signature read = SignatureDraft.read(whole, "whole", new Folder(NOWHERE)).signature();
        assertThat(words(YamlTree.read(SignatureYaml.write(read))))
                .containsAll(words(YamlTree.read(whole)));
    }

    /// Each word with those that lead to it.
    private static Set<String> words(Located node) {
        Set<String> all = new HashSet<>();
        if (node instanceof Located.Group(int ignored, Map<String, Located.Entry> entries)) {
            entries.forEach((word, entry) -> {
                all.add(word);
                words(entry.value()).forEach(inner -> all.add(word + "." + inner));
            });
        }
        if (node instanceof Located.Row(int ignored, List<Located> items)) {
            items.forEach(item -> all.addAll(words(item)));
        }
        return all;
    }

    @Test
    void whyThingsWereGuessedBecomesComments() {
        Port input =
                Port.of("x", "tensor")
                        .withTensor(Binding.of("x", Map.of()))
                        .withBecause("rank 3\nno image has it");
        Signature guessed =
                new Signature(
                        "T",
                        "",
                        "other",
                        Map.of("main", "m.onnx"),
                        List.of(input),
                        List.of(Port.of("y", "text")),
                        List.of(),
                        false,
                        "",
                        "No signature beside it.");
        assertThat(SignatureYaml.write(guessed))
                .isEqualTo(
                        """
                        # No signature beside it.
                        vitrine: 1
                        title: T
                        task: other
                        models:
                          main: m.onnx
                        inputs:
                          # rank 3
                          # no image has it
                          x:
                            kind: tensor
                            tensor: {name: x}
                        outputs:
                          y:
                            kind: text
                        """);
    }

    @Provide
    Arbitrary<Signature> signatures() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        ports(Arbitraries.oneOf(text(), number(), slider(), image(), tensor())),
                        ports(Arbitraries.oneOf(label(), boxes(), outputText()))
                                .filter(p -> !p.isEmpty()),
                        Arbitraries.of(true, false),
                        texts(),
                        texts().filter(t -> !t.isEmpty()).set().ofMaxSize(3))
                .as((title, summary, inputs, outputs, live, licence, names) ->
                        new Signature(
                                title,
                                summary,
                                "other",
                                Map.of("main", "model.onnx"),
                                inputs,
                                outputs,
                                names.stream().map(name -> example(name, inputs, outputs)).toList(),
                                live,
                                licence,
                                ""));
    }

    private static Example example(String name, List<Port> inputs, List<Port> outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : inputs) {
            switch (port.kind()) {
                case "text" -> values.put(port.name(), name);
                case "number", "slider" -> values.put(port.name(), port.limits().min().orElse(0.5));
                case "image" -> values.put(port.name(), "examples/digit_3.png");
                default -> values.put(port.name(), List.of(List.of(1L, 2L), List.of(0.5, -0.0)));
            }
        }
        return new Example(
                name,
                values,
                Map.of(outputs.getFirst().name(), Map.of("label", name, "n", 1e-7)),
                name.length() % 2 == 0 ? Example.TOLERANCE : 0.25);
    }

    private static Arbitrary<List<Port>> ports(Arbitrary<Port> port) {
        return port.list().ofMaxSize(4).map(SignatureRoundTripTest::distinct);
    }

    private static List<Port> distinct(List<Port> ports) {
        Set<String> names = new HashSet<>();
        return ports.stream().filter(p -> names.add(p.name())).toList();
    }

    private static Arbitrary<Port> bare(String kind) {
        return Combinators.combine(names(), texts(), texts(), texts(), Arbitraries.of(true, false))
                .as((name, label, help, group, advanced) ->
                        new Port(
                                name,
                                kind,
                                label,
                                help,
                                true,
                                null,
                                Limits.NONE,
                                group,
                                advanced,
                                Map.of(),
                                null,
                                ""));
    }

    private static Arbitrary<Port> text() {
        return Combinators.combine(bare("text"), texts().injectNull(0.5), texts().optional())
                .as((port, standard, placeholder) -> {
                    Port all =
                            port.withOptions(
                                    placeholder.isPresent()
                                            ? Map.of("placeholder", placeholder.get())
                                            : Map.of("lines", 4L));
                    return standard == null
                            ? all
                            : all.withDefault(standard)
                                    .withLimits(
                                            Limits.NONE.withLength(
                                                    OptionalLong.of(0), OptionalLong.empty()));
                });
    }

    private static Arbitrary<Port> outputText() {
        return bare("text")
                .map(p -> p.withLimits(Limits.NONE.withPattern(".*\\d{2}: #")).withTensor(CLEANED));
    }

    private static Arbitrary<Port> number() {
        return Combinators.combine(
                        bare("number"),
                        Arbitraries.doubles().between(-1e9, 1e9),
                        Arbitraries.of(true, false))
                .as((port, min, given) -> {
                    Port all =
                            port.withLimits(
                                            Limits.NONE.withRange(
                                                    OptionalDouble.of(min),
                                                    OptionalDouble.empty(),
                                                    OptionalDouble.empty()))
                                    .withOptions(Map.of("unit", "°C"));
                    return given ? all.withDefault(min) : all;
                });
    }

    private static Arbitrary<Port> slider() {
        return Combinators.combine(bare("slider"), Arbitraries.integers().between(1, 1000))
                .as((port, max) ->
                        port.withLimits(Limits.between(0, max).withStep(1))
                                .withDefault((long) max));
    }

    private static Arbitrary<Port> image() {
        return Combinators.combine(bare("image"), bindings())
                .as((port, binding) ->
                        port.withOptions(
                                        Map.of(
                                                "sources",
                                                List.of("draw", "file"),
                                                "pen",
                                                Map.of("ink", "#00ff7f", "width", 0.125)))
                                .withLimits(Limits.NONE.withMaxPixels(123456789L))
                                .withTensor(binding));
    }

    private static Arbitrary<Port> tensor() {
        return Combinators.combine(bare("tensor"), bindings())
                .as((port, binding) ->
                        port.withOptions(Map.of("type", "float32", "shape", List.of("batch", 2L)))
                                .withTensor(binding));
    }

    private static Arbitrary<Port> label() {
        return Combinators.combine(bare("label"), texts().list().ofMaxSize(5))
                .as((port, labels) ->
                        port.withOptions(Map.of("top", 3L, "labels", labels))
                                .withTensor(Binding.of("y", Map.of("apply", "softmax"))));
    }

    /// Boxes of several tensors, one or many for each part.
    private static Arbitrary<Port> boxes() {
        Arbitrary<List<String>> tensors =
                texts().filter(t -> !t.isEmpty()).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(bare("boxes"), tensors, tensors)
                .as((port, scores, boxes) ->
                        port.withOptions(Map.of("over", "image", "threshold", 0.5))
                                .withTensor(
                                        Binding.of(
                                                Map.of("scores", scores, "boxes", boxes),
                                                Map.of(
                                                        "anchors",
                                                        List.of(
                                                                Map.of(
                                                                        "grid",
                                                                        List.of(16L, 16L),
                                                                        "each",
                                                                        2L)),
                                                        "columns",
                                                        Map.of("scores", List.of(4L, 83L)),
                                                        "sideways",
                                                        true,
                                                        "iou",
                                                        0.3))));
    }

    private static Arbitrary<Binding> bindings() {
        return texts().filter(t -> !t.isEmpty())
                .map(name ->
                        Binding.of(
                                name,
                                Map.of("size", List.of(28L, 1L), "range", List.of(-1.0, 1.0))));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("AZ019_")
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    /// Any text, and what YAML might take for something else.
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.strings().all().ofMaxLength(8).filter(SignatureRoundTripTest::isText),
                Arbitraries.strings().withChars("ab \n\t:#-'\"{}[]&*!|>%@`?,").ofMaxLength(200),
                Arbitraries.of(
                        "",
                        "true",
                        "null",
                        "~",
                        "1",
                        "1e3",
                        "0x1F",
                        "0o7",
                        ".inf",
                        "-",
                        "---",
                        "...",
                        "a: b",
                        "a #b",
                        "ü 日本 😀",
                        " lead",
                        "trail ",
                        "\n",
                        "a\n\nb\n",
                        "=",
                        "<<",
                        "yes",
                        "2001-01-01",
                        "\u0085",
                        "\u2028",
                        "\u0000",
                        "\uFEFFx"));
    }

    private static boolean isText(String s) {
        return s.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
