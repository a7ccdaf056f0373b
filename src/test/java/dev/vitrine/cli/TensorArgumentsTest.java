package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.FakeFaces.Said;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Npz;
import dev.vitrine.tensor.ProtoBytes;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A tensor is the same in every form in which the command line takes it.
class TensorArgumentsTest {
    private static final Tensor SOME = Tensor.of(new float[] {1.5f, -2, 3, 4}, 2, 2);
    private static final Port X = Port.of("x", "tensor");

    private final FakeFaces faces =
            new FakeFaces(FakeFaces.model("echo", List.of(X), List.of(X), values -> values));

    @TempDir Path folder;

    @Test
    void listsAndFilesGiveOneAnswer() throws IOException {
        Map<String, byte[]> files =
                Map.of(
                        "ü.npy", Npy.write(SOME),
                        "all of it.npz", Npz.write(Map.of("arr_0", SOME)),
                        "input_0.pb", ProtoBytes.tensor("x", SOME, ProtoBytes.Form.PACKED),
                        "x.json", "[[1.5, -2], [3, 4]]".getBytes(StandardCharsets.UTF_8));
        Said typed = faces.run("predict", "echo", "--x", "[[1.5, -2], [3, 4]]", "--json");
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("[1.5,-2.0,3.0,4.0]");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
            Said said = faces.run("predict", "echo", "--x", path.toString(), "--json");
            assertThat(said.out()).as(file.getKey()).isEqualTo(typed.out());
        }
    }

    @Test
    void aScalarIsTypedAsItIs() {
        for (String scalar : List.of("3", "-2.5", "1e3", "true", "\"NaN\"")) {
            Said said = faces.run("predict", "echo", "--x=" + scalar, "--json");
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).contains("\"shape\":[]");
        }
        assertThat(faces.run("predict", "echo", "--x", "none.npy").err())
                .contains("There is no file 'none.npy'");
    }
}
