package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

class FillingTest {
    private static final SimpleTask TASK = (SimpleTask) Tasks.of("other");
    private static final Task.Declared NETWORK = takes(ElementType.FLOAT32, Shape.of(-1, 3));

    @Property
    void numbersFillTheirElementsInWhateverOrderTheyAreDeclared(
            @ForAll @Size(6) List<@DoubleRange(min = -3, max = 3) Double> numbers,
            @ForAll Random random) {
        List<Port> ports = new ArrayList<>();
        Values values = Values.NONE;
        float[] expected = new float[6];
        for (int i = 0; i < 6; i++) {
            ports.add(element("n" + i, i));
            values = values.with("n" + i, numbers.get(i));
            expected[i] = numbers.get(i).floatValue();
        }
        Collections.shuffle(ports, random);
        Task.Declared network = takes(ElementType.FLOAT32, Shape.of(-1, 2, 3));
        assertThat(TASK.check(signature(ports), Map.of("main", network))).isEmpty();
        assertThat(TASK.before(signature(ports), network, values))
                .isEqualTo(Map.of("z", Tensor.of(expected, 1, 2, 3)));
    }

    @Test
    void aTensorOfWholeNumbersIsFilledWithThem() {
        Task.Declared network = takes(ElementType.INT64, Shape.of(2));
        Signature signature = signature(List.of(element("a", 1), element("b", 0)));
        assertThat(TASK.before(signature, network, Values.of("a", 7.0).with("b", -2.0)))
                .isEqualTo(Map.of("z", Tensor.of(new long[] {-2, 7}, 2)));
    }

    @Test
    void everyElementIsNamedByOnePort() {
        assertThat(problems(element("a", 0), element("c", 2)))
                .containsExactly(
                        "No input fills element 1 of the network's 'z' (float32[?, 3]); declare one"
                                + " with index: 1.");
        assertThat(problems(element("a", 0), element("b", 0)))
                .containsExactly(
                        "The port 'b' is element 0 of the tensor 'z', as 'a' is; give each an index"
                                + " of its own.");
        assertThat(problems(element("a", 3)))
                .containsExactly(
                        "The port 'a' is element 3, but the tensor 'z' (float32[?, 3]) has 3; count"
                                + " from 0.");
    }

    @Test
    void aTensorIsFilledWholeOrByItsElements() {
        Port whole = Port.of("w", "tensor").withTensor(Binding.of("z", Map.of()));
        String both =
                "The port '%s' stands for the tensor 'z', as '%s' does; give each an index of its"
                        + " own, or another tensor.";
        assertThat(problems(element("a", 0), whole)).containsExactly(both.formatted("w", "a"));
        assertThat(problems(whole, element("a", 0))).containsExactly(both.formatted("a", "w"));
    }

    @Test
    void noElementMayBeLeftEmpty() {
        Port empty = element("a", 0).withDefault(null);
        assertThat(problems(empty))
                .containsExactly(
                        "The port 'a' may be left empty, which would leave a gap in the tensor 'z';"
                                + " give it a default.");
        Port standing = element("a", 0).withDefault(1L);
        assertThat(problems(standing, element("b", 1), element("c", 2))).isEmpty();
    }

    private static List<String> problems(Port... inputs) {
        return TASK.check(signature(List.of(inputs)), Map.of("main", NETWORK)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Task.Declared takes(ElementType type, Shape shape) {
        return new Task.Declared(List.of(new TensorInfo("z", type, shape)), List.of());
    }

    private static Port element(String name, int index) {
        return Port.of(name, "number").withTensor(Binding.of("z", Map.of("index", (long) index)));
    }

    private static Signature signature(List<Port> inputs) {
        return new Signature(
                "T",
                "",
                "other",
                Map.of("main", "model.onnx"),
                inputs,
                List.of(),
                List.of(),
                false,
                "",
                "");
    }
}
