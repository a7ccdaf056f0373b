package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.vector.Vector;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.Map;

class VectorAdapterTest {
    private static final Port PORT = Port.of("x", "vector");

    @Test
    void numbersStandAlongTheLastDimension() {
        assertThat(sent(PORT, Shape.of(-1), 1, 2)).isEqualTo(Tensor.of(new float[] {1, 2}, 2));
        assertThat(sent(PORT, Shape.of(-1, 2), 1, 2))
                .isEqualTo(Tensor.of(new float[] {1, 2}, 1, 2));
        assertThat(sent(PORT, Shape.of(1, -1), 1, 2))
                .isEqualTo(Tensor.of(new float[] {1, 2}, 1, 2));
    }

    @Test
    void anotherLengthIsRefusedWhenTheSignatureIsReadOrWhenItRuns() {
        assertThatThrownBy(() -> sent(PORT, Shape.of(1, 3), 1, 2))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'X' has 2 numbers; give 3.");
        assertThatThrownBy(() -> sent(PORT.withOptions(Map.of("length", 2L)), Shape.of(1, 3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "has the length 2, but the tensor 'x' (float32[1, 3]) takes 3");
        assertThatThrownBy(() -> sent(PORT, Shape.of(2, 3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("use the kind tensor");
    }

    @Test
    void aTensorOfOneListIsThatList() {
        TensorInfo info = new TensorInfo("x", ElementType.FLOAT32, Shape.of(-1, -1));
        var output = new VectorAdapter().output(PORT, Binding.of("x", Map.of()), info);
        assertThat(output.apply(Map.of("x", Tensor.of(new float[] {0.1f, 2}, 1, 2))))
                .isEqualTo(Vector.of(0.1, 2));
        assertThatThrownBy(() -> output.apply(Map.of("x", Tensor.of(new float[4], 2, 2))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("use the kind tensor");
    }

    private static Tensor sent(Port port, Shape shape, double... numbers) {
        return new VectorAdapter()
                .input(
                        port,
                        Binding.of("x", Map.of()),
                        new TensorInfo("x", ElementType.FLOAT32, shape))
                .apply(Vector.of(numbers));
    }
}
