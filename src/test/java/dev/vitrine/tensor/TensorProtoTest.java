package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Samples;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class TensorProtoTest {
    @Provide
    Arbitrary<Tensor> tensors() {
        return Samples.tensors();
    }

    @Provide
    Arbitrary<List<Tensor>> lists() {
        return Samples.tensors().list().ofMaxSize(4);
    }

    @Property
    void whatIsWrittenInAnyFormIsReadBack(
            @ForAll("tensors") Tensor tensor,
            @ForAll ProtoBytes.Form form,
            @ForAll @Size(max = 9) String name) {
        String utf8 = name.replaceAll("\\p{Cs}", "");
        TensorProto read = TensorProto.read(ProtoBytes.tensor(utf8, tensor, form));
        assertThat(read).isEqualTo(new TensorProto(utf8, tensor));
    }

    @Property
    void listsAndOptionalsAreReadBack(@ForAll("lists") List<Tensor> tensors) {
        SequenceProto sequence = SequenceProto.read(ProtoBytes.sequence("s", tensors));
        assertThat(sequence).isEqualTo(new SequenceProto("s", tensors));
        List<Tensor> one = tensors.stream().limit(1).toList();
        OptionalProto optional = OptionalProto.read(ProtoBytes.optional("o", one));
        assertThat(optional)
                .isEqualTo(new OptionalProto("o", one.stream().findFirst(), Optional.empty()));
    }

    @Property(tries = 500)
    void aFileCutShortOrChangedIsRefusedWithASentenceOrRead(
            @ForAll("tensors") Tensor tensor,
            @ForAll ProtoBytes.Form form,
            @ForAll @IntRange(max = 10_000) int cut,
            @ForAll byte changed) {
        byte[] file = ProtoBytes.tensor("x", tensor, form);
        byte[] part = Arrays.copyOf(file, cut % file.length);
        readsOrRefuses(part);
        file[cut % file.length] = changed;
        readsOrRefuses(file);
    }

    private static void readsOrRefuses(byte[] file) {
        try {
            TensorProto.read(file);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains(".pb").endsWith(".");
        }
    }

    @Example
    void aShapeThatNoFileFillsCostsNothing() {
        for (long[] sizes :
                List.of(
                        new long[] {1L << 40},
                        new long[] {1L << 32, 1L << 32},
                        new long[] {Long.MAX_VALUE, 3},
                        new long[] {-1, -4},
                        new long[] {-1})) {
            assertThatThrownBy(() ->
                            TensorProto.read(
                                    ProtoBytes.of(ElementType.FLOAT32.onnx(), sizes, new byte[16])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("do not fill its shape");
        }
    }

    @Example
    void noElementsFillAnyShapeWithAZeroInIt() {
        for (long[] sizes : List.of(new long[] {0, 3}, new long[] {1L << 40, 0, 1L << 40})) {
            assertThat(TensorProto.read(ProtoBytes.of(1, sizes, new byte[0])).tensor().shape())
                    .isEqualTo(sizes);
        }
    }

    @Example
    void typesThatNoTensorHasAreRefusedByNumber() {
        assertThatThrownBy(() -> TensorProto.read(ProtoBytes.of(14, new long[] {1}, new byte[8])))
                .hasMessageContaining("type 14");
        assertThatThrownBy(() -> TensorProto.read(new byte[0]))
                .hasMessageContaining("is no tensor of ONNX");
    }

    @Example
    void elementsInAnotherFileAreRefused() {
        byte[] file = {0x08, 0x01, 0x10, 0x01, 0x70, 0x01};
        assertThatThrownBy(() -> TensorProto.read(file)).hasMessageContaining("in another file");
    }
}
