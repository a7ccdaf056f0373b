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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class NpzTest {
    @Provide
    Arbitrary<Map<String, Tensor>> arrays() {
        Arbitrary<Tensor> tensors =
                Samples.tensors()
                        .filter(t ->
                                t.type() != ElementType.STRING && t.type() != ElementType.BFLOAT16);
        return Arbitraries.maps(Arbitraries.strings().ofLength(3).alpha(), tensors).ofMaxSize(4);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackInOrder(@ForAll("arrays") Map<String, Tensor> arrays) {
        byte[] file = Npz.write(arrays);
        assertThat(Npz.matches(file)).isTrue();
        assertThat(Npz.read(file)).containsExactlyEntriesOf(arrays);
        assertThat(Npz.write(arrays)).isEqualTo(file);
    }

    @Property(tries = 300)
    void aFileCutShortOrChangedIsRefusedWithASentenceOrRead(
            @ForAll("arrays") Map<String, Tensor> arrays,
            @ForAll @IntRange(max = 10_000) int cut,
            @ForAll byte changed) {
        byte[] file = Npz.write(arrays);
        readsOrRefuses(Arrays.copyOf(file, cut % file.length));
        file[cut % file.length] = changed;
        readsOrRefuses(file);
    }

    private static void readsOrRefuses(byte[] file) {
        try {
            Npz.read(file);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).containsPattern("\\.np[yz] file").endsWith(".");
        }
    }

    @Example
    void packedArraysAreReadAndABombIsNot() throws IOException {
        Tensor zeros = Tensor.of(new float[1 << 20], 1 << 20);
        byte[] small = packed(zeros, 1);
        assertThat(Npz.read(small)).containsEntry("a0", zeros);
        byte[] bomb = packed(zeros, 40);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Npz.read(bomb)).hasMessageContaining("more than 64 MB");
    }

    private static byte[] packed(Tensor tensor, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                zip.putNextEntry(new ZipEntry("a" + i + ".npy"));
                zip.write(Npy.write(tensor));
            }
        }
        return bytes.toByteArray();
    }
}
