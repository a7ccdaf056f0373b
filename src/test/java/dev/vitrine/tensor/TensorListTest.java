package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Samples;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

class TensorListTest {
    @Provide
    Arbitrary<TensorList> lists() {
        return Samples.tensorLists();
    }

    @Property
    void itsTwoTensorsLoseNothing(@ForAll("lists") TensorList list) {
        Tensor elements = list.elements();
        Tensor shapes = list.shapes();
        assertThat(TensorList.of(elements, shapes)).isEqualTo(list);
        List<TensorInfo> declared = TensorList.declared("x", list.type());
        assertThat(declared.get(0).shape().accepts(elements.shape())).isTrue();
        assertThat(declared.get(0).type()).isEqualTo(elements.type());
        assertThat(declared.get(1).shape().accepts(shapes.shape())).isTrue();
    }

    @Example
    void elementsThatDoNotFillTheShapesAreRefused() {
        Tensor shapes = Tensor.of(new long[] {2, 1}, 2, 1);
        assertThatThrownBy(() -> TensorList.of(Tensor.of(new float[4], 4), shapes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new TensorList(ElementType.INT8, List.of(Tensor.of(new float[1], 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
