package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Samples;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class NpyTest {
    @Provide
    Arbitrary<Tensor> tensors() {
        return Samples.tensors()
                .filter(t -> t.type() != ElementType.STRING && t.type() != ElementType.BFLOAT16);
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("tensors") Tensor tensor) {
        byte[] file = Npy.write(tensor);
        assertThat(Npy.matches(file)).isTrue();
        assertThat(Npy.read(file)).isEqualTo(tensor);
    }

    @Property
    void theDataBeginsAtAMultipleOf64AsNumPyAsks(@ForAll("tensors") Tensor tensor) {
        byte[] file = Npy.write(tensor);
        int header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        assertThat((10 + header) % 64).isZero();
        assertThat(file[10 + header - 1]).isEqualTo((byte) '\n');
    }

    @Property(tries = 300)
    void aFileCutShortAnywhereIsRefusedWithASentence(
            @ForAll("tensors") Tensor tensor, @ForAll @IntRange(max = 10_000) int cut) {
        byte[] file = Npy.write(tensor);
        byte[] part = Arrays.copyOf(file, cut % file.length);
        assertThatThrownBy(() -> Npy.read(part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".npy file")
                .message()
                .endsWith(".");
    }

    @Property(tries = 500)
    void nothingButAnIllegalArgumentComesOfAHeaderOfNonsense(
            @ForAll("headers") String header, @ForAll @IntRange(min = 1, max = 3) int version) {
        try {
            Npy.read(file(version, header, new byte[24]));
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).endsWith(".");
        }
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> shapes =
                Arbitraries.of(
                        "(3,)",
                        "(2, 3)",
                        "()",
                        "(-1,)",
                        "(99999999999999999999,)",
                        "(4294967296, 4294967296)",
                        "(2147483647, 3)",
                        "(a,)",
                        "(",
                        "(0, 9223372036854775807)");
        Arbitrary<String> types =
                Arbitraries.of("<f4", ">f8", "|u1", "|O", "<U3", "<M8", "<c16", "=i4", "x");
        return shapes.flatMap(shape ->
                types.map(type ->
                        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n"
                                .formatted(type, shape)));
    }

    @Example
    void columnsFirstAndBigEndianAreTurned() {
        // numpy.asfortranarray([[1, 2, 3], [4, 5, 6]]).astype('>i2')
        byte[] data = {0, 1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6};
        Tensor read =
                Npy.read(
                        file(
                                1,
                                "{'descr': '>i2', 'fortran_order': True, 'shape': (2, 3), }\n",
                                data));
        assertThat(read)
                .isEqualTo(Tensor.of(ElementType.INT16, new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
    }

    @Example
    void version2WithItsLongHeaderLengthIsRead() {
        byte[] data = {1, 0, 1};
        Tensor read =
                Npy.read(
                        file(
                                2,
                                "{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }\n",
                                data));
        assertThat(read).isEqualTo(Tensor.of(ElementType.BOOL, new double[] {1, 0, 1}, 3));
    }

    @Example
    void threeDimensionsInColumnOrderAreTurned() {
        // element [i, j, k] = 100 i + 10 j + k of shape (2, 2, 2), first index fastest
        byte[] data = {0, 100, 10, 110, 1, 101, 11, 111};
        Tensor read =
                Npy.read(
                        file(
                                1,
                                "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 2, 2), }\n",
                                data));
        assertThat(read.floats()).containsExactly(0, 1, 10, 11, 100, 101, 110, 111);
    }

    @Example
    void stringsAndObjectsAreRefusedByName() {
        assertThatThrownBy(() ->
                        Npy.read(
                                file(
                                        1,
                                        "{'descr': '|O', 'fortran_order': False, 'shape': (1,),"
                                                + " }\n",
                                        new byte[8])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Npy.write(Tensor.of(java.util.List.of("a"), 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] file(int version, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text).put(data);
        return Arrays.copyOf(file.array(), file.position());
    }
}
