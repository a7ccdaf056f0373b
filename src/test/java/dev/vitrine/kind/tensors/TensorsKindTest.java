package dev.vitrine.kind.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Samples;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.ProtoBytes;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorList;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;

class TensorsKindTest {
    private static final TensorsKind KIND = new TensorsKind();

    @Provide
    Arbitrary<TensorList> lists() {
        return Samples.tensorLists();
    }

    @Property(tries = 300)
    void everyFileOfAListIsReadBack(@ForAll("lists") TensorList list) {
        Port port = port(list.type());
        byte[] pb = ProtoBytes.sequence("x", list.members());
        assertThat(KIND.decode(port, new Raw.Upload(pb, "input_0.pb", null))).isEqualTo(list);
        assertThat(KIND.media(port, list).map(Media::bytes).map(npz -> decoded(port, npz)))
                .isIn(java.util.Optional.of(list), java.util.Optional.empty());
    }

    @Example
    void nestedListsAreTensorsOfDifferentShapes() {
        TensorList list = KIND.decode(port(ElementType.FLOAT32), new Raw.Text("[[1, 2], 3, []]"));
        assertThat(list.members())
                .containsExactly(
                        Tensor.of(new float[] {1, 2}, 2),
                        Tensor.of(new float[] {3}),
                        Tensor.of(new float[0], 0));
        assertThat(Kinds.text(port(ElementType.FLOAT32), list))
                .isEqualTo("float32[2] [1.0,2.0]; float32[] [3.0]; float32[0] []");
    }

    @Example
    void whatIsNoListIsRefusedInOneSentence() {
        for (String text : List.of("{}", "3", "[1", "[\"a\"]")) {
            assertThatThrownBy(() -> KIND.decode(port(ElementType.FLOAT32), new Raw.Text(text)))
                    .isInstanceOf(dev.vitrine.signature.ProblemException.class)
                    .hasMessageStartingWith("'Value' cannot be read as a")
                    .hasMessageEndingWith(".");
        }
    }

    private static TensorList decoded(Port port, byte[] npz) {
        return KIND.decode(port, new Raw.Upload(npz, null, null));
    }

    private static Port port(ElementType type) {
        return Port.of("value", "tensors").withOptions(Map.of("type", type.text()));
    }
}
