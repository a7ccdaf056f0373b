package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Tensors of any name reach their network through ports that can be typed.
class AnyNameTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "serving_default_x:0",
                "a/b\\c",
                "ü ß",
                "日本",
                " ",
                "\n",
                "--help",
                "'; \"",
                "%s {} ${x}",
                "../x",
                "123",
                "__proto__"
            })
    void aNetworkRunsByAnyNameOfItsTensors(String name) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), cast(name, name + "'"));
        try (Model model = ModelFolder.read(file, new OnnxRuntime());
                Model tensors = model.asTensors().orElseThrow();
                Runner runner = new Runner(1)) {
            for (Model each : List.of(model, tensors)) {
                Port in = each.signature().inputs().getFirst();
                Port out = each.signature().outputs().getFirst();
                assertThat(List.of(in.name(), out.name())).allMatch(n -> n.matches("[\\w.-]+"));
                assertThat(in.label()).isNotBlank();
                Values values =
                        Form.decode(
                                each.signature(),
                                Map.of(in.name(), new Raw.Json(Json.of(List.of(1, 2)))));
                assertThat(runner.submit(each, values, Origin.SELF_TEST).await().find(out.name()))
                        .contains(Tensor.of(new float[] {1, 2}, 2));
            }
        }
    }

    @Test
    void namesThatOnnxRuntimeCannotTakeAreRefusedBeforeItSeesThem() throws IOException {
        assertThat(refused(cast("", "y")))
                .isEqualTo("'model.onnx' has an input without a name; give it one.");
        assertThat(refused(cast("x", "")))
                .isEqualTo("'model.onnx' has an output without a name; give it one.");
        assertThat(refused(cast("😀", "y")))
                .isEqualTo(
                        "The name of the input '😀' of 'model.onnx' has a character that ONNX"
                                + " Runtime's Java interface cannot pass on; rename it.");
    }

    private String refused(byte[] model) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), model);
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> ModelFolder.read(file, new OnnxRuntime()));
        return String.valueOf(e.getMessage());
    }

    private static byte[] cast(String input, String output) {
        TinyModel type =
                TinyModel.message()
                        .text(1, "to")
                        .number(3, ElementType.FLOAT32.onnx())
                        .number(20, 2);
        return TinyModel.model(
                TinyModel.message()
                        .message(
                                1,
                                TinyModel.message()
                                        .text(1, input)
                                        .text(2, output)
                                        .text(4, "Cast")
                                        .message(5, type))
                        .text(2, "named")
                        .message(11, TinyModel.value(input, ElementType.FLOAT32))
                        .message(12, TinyModel.value(output, ElementType.FLOAT32)));
    }
}
