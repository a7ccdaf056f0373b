package dev.vitrine.kind.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Samples;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Npz;
import dev.vitrine.tensor.ProtoBytes;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tensor is the same whatever file it came in.
class TensorFilesTest {
    private static final TensorKind KIND = new TensorKind();
    private static final Tensor SOME = Tensor.of(new float[] {1, 2, 3}, 3);

    @Provide
    Arbitrary<Tensor> tensors() {
        return Samples.tensors();
    }

    @Property(tries = 300)
    void everyFileOfATensorIsReadBack(@ForAll("tensors") Tensor tensor) {
        Port port = port(tensor);
        byte[] pb = ProtoBytes.tensor("x", tensor, ProtoBytes.Form.RAW);
        assertThat(KIND.decode(port, upload(pb, "input_0.pb"))).isEqualTo(tensor);
        assertThat(KIND.decode(port, upload(pb, null))).isEqualTo(tensor);
        byte[] json = KIND.encode(port, tensor).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(KIND.decode(port, upload(json, "x.json"))).isEqualTo(tensor);
        if (tensor.type() != ElementType.STRING) {
            byte[] npz = Npz.write(Map.of("arr_0", tensor));
            for (byte[] file : List.of(pb, npz, Npy.write(tensor))) {
                assertThat(KIND.decode(port, upload(file, null))).isEqualTo(tensor);
                assertThat(KIND.decode(port, new Raw.Json(uri(file)))).isEqualTo(tensor);
                assertThat(KIND.decode(port, new Raw.Text(uri(file).toString()))).isEqualTo(tensor);
                assertThat(KIND.differs(port, uri(file), tensor, 0)).isEmpty();
            }
        }
    }

    @Example
    void ofSeveralArraysThatOfThePortsOrTensorsNameIsTaken() {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        arrays.put("other", Tensor.of(new float[2], 2));
        arrays.put("in:0", SOME);
        Port port = port(SOME);
        Raw file = upload(Npz.write(arrays), "all.npz");
        assertThat(KIND.decode(port.withTensor(Binding.of("in:0", Map.of())), file))
                .isEqualTo(SOME);
        assertThatThrownBy(() -> KIND.decode(port, file))
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith(
                        "its .npz file holds the arrays other, in:0; name one of them 'value', or"
                                + " save it alone.");
    }

    @Example
    void numbersThatNumPyGaveNoTypeTakeThePorts() {
        byte[] wide = Npy.write(Tensor.of(ElementType.FLOAT64, new double[] {1, 2, 3}, 3));
        assertThat(KIND.decode(port(SOME), upload(wide, "x.npy"))).isEqualTo(SOME);
        Tensor bytes = Tensor.of(ElementType.UINT8, new double[] {255}, 1);
        byte[] fits = Npz.write(Map.of("a", Tensor.of(new long[] {255}, 1)));
        assertThat(KIND.decode(port(bytes), upload(fits, "x.npz"))).isEqualTo(bytes);
        byte[] beyond = Npy.write(Tensor.of(new long[] {256}, 1));
        assertThatThrownBy(() -> KIND.decode(port(bytes), upload(beyond, "x.npy")))
                .hasMessageContaining("256.0 does not fit uint8 (0 to 255)");
        byte[] other = Npy.write(bytes);
        assertThat(KIND.decode(port(SOME), upload(other, "x.npy"))).isEqualTo(bytes);
    }

    @Example
    void whatIsNoTensorIsRefusedInOneSentence() {
        for (byte[] file :
                List.of(new byte[0], "hello".getBytes(StandardCharsets.UTF_8), new byte[100])) {
            assertThatThrownBy(() -> KIND.decode(port(SOME), upload(file, "x.txt")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage(
                            "'Value' cannot be read as a tensor: it is no .npy, .npz, .pb or .json"
                                    + " file; save one with numpy.save.");
        }
    }

    @Example
    void aDifferenceIsNamedByItsElement() {
        TensorComparison near = new TensorComparison(1e-3, 1e-7);
        Tensor odd = Tensor.of(new float[] {Float.NaN, 1e9f, Float.NEGATIVE_INFINITY}, 3);
        assertThat(near.differs(odd, odd)).isEmpty();
        assertThat(
                        near.differs(
                                odd,
                                Tensor.of(
                                        new float[] {Float.NaN, 1.0009e9f, Float.NEGATIVE_INFINITY},
                                        3)))
                .isEmpty();
        assertThat(near.differs(SOME, Tensor.of(new float[] {1, 2, 4}, 3)))
                .contains("1 of 3 elements differ; element 2 is 4.0, expected 3.0");
        assertThat(near.differs(SOME, Tensor.of(new float[] {1, 2, Float.NaN}, 3))).isPresent();
        assertThat(near.differs(odd, Tensor.of(new float[3], 3))).isPresent();
        assertThat(near.differs(SOME, SOME.reshape(1, 3)))
                .contains("it is float32[1, 3], expected float32[3]");
        long large = (1L << 53) + 1;
        assertThat(
                        new TensorComparison(0, 0)
                                .differs(
                                        Tensor.of(new long[] {large}, 1),
                                        Tensor.of(new long[] {large - 1}, 1)))
                .isPresent();
    }

    private static Port port(Tensor tensor) {
        return Port.of("value", "tensor")
                .withOptions(TensorKind.options(tensor.type(), Shape.of(tensor.shape())));
    }

    private static Raw.Upload upload(byte[] bytes, @Nullable String name) {
        return new Raw.Upload(bytes, name, null);
    }

    private static tools.jackson.databind.JsonNode uri(byte[] file) {
        return Json.of(
                "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(file));
    }
}
