package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for every guess: it fits the file, its task takes it, and each port says why.
class GuessLawsTest {
    /// What a port may be called in a signature.
    private static final Pattern PORT_NAME = Pattern.compile("^[A-Za-z0-9_][A-Za-z0-9_.-]*$");

    @ParameterizedTest
    @MethodSource("names")
    void holdForRealModels(String name) {
        assertLaws(OnnxFile.read(Declared.model(name)));
    }

    static List<String> names() {
        return Declared.names();
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void holdForAnyDeclaration(@ForAll("files") OnnxFile file) {
        assertLaws(file);
    }

    private static void assertLaws(OnnxFile file) {
        Signature guess = Guess.of(file, "A model", Path.of("no folder", "model.onnx"));
        Task.Declared network = new Task.Declared(file.inputTensors(), file.outputTensors());
        assertThat(Tasks.of(guess.task()).check(guess, Map.of(Signature.MAIN, network))).isEmpty();
        assertThat(tensors(guess.inputs()))
                .containsExactlyInAnyOrderElementsOf(names(file.inputs()));
        assertThat(tensors(guess.outputs()))
                .containsExactlyInAnyOrderElementsOf(names(file.outputs()));
        assertThat(guess.because()).isNotBlank();
        assertPorts(guess.inputs());
        assertPorts(guess.outputs());
    }

    /// The tensors that ports stand for, each once.
    private static Set<String> tensors(List<Port> ports) {
        return ports.stream()
                .map(Port::tensor)
                .filter(Objects::nonNull)
                .flatMap(b ->
                        b.parts().isEmpty()
                                ? Stream.of(b.name())
                                : b.parts().values().stream().flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(List<ValueInfo> values) {
        return values.stream().map(ValueInfo::name).collect(Collectors.toSet());
    }

    private static void assertPorts(List<Port> ports) {
        Set<String> names = new HashSet<>();
        for (Port port : ports) {
            assertThat(port.name()).matches(PORT_NAME);
            assertThat(names.add(port.name())).as("only one is called %s", port.name()).isTrue();
            assertThat(port.label()).isNotBlank();
            assertThat(port.because()).endsWith(".");
            assertThat(Kinds.of(port).declare(port)).isEmpty();
            assertThat(Kinds.of(port).options().propertyNames())
                    .containsAll(port.options().keySet());
        }
    }

    @Provide
    Arbitrary<OnnxFile> files() {
        Arbitrary<List<ValueInfo>> values = value().list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<String> operators =
                Arbitraries.of("Softmax", "Gemm", "Mul", "Sigmoid", "ai.onnx.ml.ZipMap", "");
        return Combinators.combine(
                        values.map(GuessLawsTest::distinct),
                        values.map(GuessLawsTest::distinct),
                        operators,
                        Arbitraries.of("[\"a\", \"b\", \"c\"]", "{0: 'x', 1: 'y'}", "", "{"))
                .as(GuessLawsTest::file);
    }

    private static Arbitrary<ValueInfo> value() {
        Arbitrary<String> names =
                Arbitraries.of(
                                "image",
                                "x:0",
                                "scores",
                                "input_ids",
                                "画像",
                                "--out",
                                "",
                                "a b/c",
                                "é")
                        .flatMap(n -> Arbitraries.strings().ofMaxLength(4).map(s -> n + s));
        Arbitrary<Dimension> dimensions =
                Arbitraries.oneOf(
                        Arbitraries.of(0L, 1L, 2L, 3L, 4L, 10L, 28L, 224L, 1000L)
                                .map(Dimension::fixed),
                        Arbitraries.of("batch", "seq", "?", "height").map(Dimension::free));
        Arbitrary<Optional<Shape>> shapes =
                dimensions.list().ofMaxSize(5).map(Shape::new).optional(0.9);
        return Combinators.combine(names, Arbitraries.of(ElementType.values()), shapes)
                .as((name, type, shape) ->
                        new ValueInfo(name, new ValueType.Tensor(type, shape, List.of()), "", ""));
    }

    /// A graph has each name once.
    private static List<ValueInfo> distinct(List<ValueInfo> values) {
        Map<String, ValueInfo> byName = new LinkedHashMap<>();
        values.forEach(v -> byName.putIfAbsent(v.name(), v));
        return new ArrayList<>(byName.values());
    }

    private static OnnxFile file(
            List<ValueInfo> inputs, List<ValueInfo> outputs, String operator, String labels) {
        Map<String, Step> last = new LinkedHashMap<>();
        outputs.forEach(
                o -> last.put(o.name(), new Step(operator, OptionalDouble.empty(), List.of())));
        return new OnnxFile(
                "model.onnx",
                1,
                8,
                "",
                Map.of("ai.onnx", 17L),
                "",
                "",
                inputs,
                outputs,
                Map.of("labels", labels),
                new TreeSet<>(),
                Map.of(),
                last,
                new TreeSet<>(),
                0);
    }
}
