package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.task.Task;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A model as its tensors takes and gives what its network does, on the same open network.
class AsTensorsTest {
    @Test
    void aPortStandsForEachTensorAndNothingIsMadeOfAny() throws URISyntaxException {
        Path file =
                Path.of(AsTensorsTest.class.getResource("/engine/penguins-species.onnx").toURI());
        int[] opened = {0};
        Network.Opener opener =
                path -> {
                    opened[0]++;
                    return new OnnxRuntime().open(path);
                };
        try (Model model = ModelFolder.read(file, opener);
                Model tensors = model.asTensors().orElseThrow();
                Network network = model.network().orElseThrow()) {
            assertThat(tensors.id()).isEqualTo(model.id());
            assertThat(named(tensors.signature().inputs()))
                    .containsExactlyElementsOf(names(network.inputs()));
            assertThat(named(tensors.signature().outputs()))
                    .containsExactlyElementsOf(names(network.outputs()))
                    .contains("probabilities.keys");
            Task.Declared declared = tensors.declared().get("main");
            Map<String, Tensor> byTensor = new LinkedHashMap<>();
            Values values = Values.NONE;
            for (TensorInfo info : declared.inputs()) {
                Tensor one =
                        info.type() == ElementType.STRING
                                ? Tensor.of(List.of("MALE"), 1, 1)
                                : Tensor.of(new float[] {40}, 1, 1);
                byTensor.put(info.name(), one);
                values = values.with(info.name(), one);
            }
            Values got = tensors.predict(values, RunContext.silent(new Stop()));
            Map<String, Tensor> bare = network.run(byTensor, new Stop());
            assertThat(got.byName().values()).containsExactlyElementsOf(bare.values());
            assertThat(opened[0]).isOne();
        }
    }

    private static List<String> named(List<Port> ports) {
        assertThat(ports).allMatch(p -> p.kind().equals("tensor") && p.tensor() != null);
        return ports.stream()
                .map(Port::tensor)
                .map(b -> b == null ? Binding.of("", Map.of()) : b)
                .map(Binding::name)
                .toList();
    }

    private static List<String> names(List<TensorInfo> tensors) {
        return tensors.stream().map(TensorInfo::name).toList();
    }
}
