package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Real models give what another runtime gave for the same inputs.
class KnownOutputsTest {
    @Test
    void aClassifierGivesItsClassScoresAndProbabilitiesByName() {
        try (Network network = Networks.open(Networks.SPECIES)) {
            for (JsonNode example : examples("penguins-species.json")) {
                Map<String, Tensor> outputs = network.run(inputs(network, example), new Stop());

                assertThat(outputs.keySet())
                        .containsExactly(
                                "species", "scores", "probabilities", "probabilities.keys");
                assertThat(outputs.get("species").strings())
                        .containsExactly(example.get("species").asString());
                assertThat(outputs.get("probabilities.keys").strings())
                        .containsExactly("Adelie", "Chinstrap", "Gentoo");
                for (int i = 0; i < 3; i++) {
                    double expected = example.get("scores").get(i).asDouble();
                    assertThat(outputs.get("scores").number(i)).isCloseTo(expected, within(1e-4));
                    assertThat(outputs.get("probabilities").number(i))
                            .isEqualTo(outputs.get("scores").number(i));
                }
            }
        }
    }

    @Test
    void aRegressionGivesItsNumber() {
        try (Network network = Networks.open(Networks.MASS)) {
            for (JsonNode example : examples("penguins-mass.json")) {
                Map<String, Tensor> outputs = network.run(inputs(network, example), new Stop());

                String name = network.outputs().getFirst().name();
                assertThat(outputs.get(name).number(0))
                        .isCloseTo(example.get("body_mass_g").asDouble(), within(0.1));
            }
        }
    }

    @Test
    void inputsAndOutputsAreDeclaredAsTheFileNamesThem() {
        try (Network network = Networks.open(Networks.SPECIES)) {
            assertThat(network.inputs())
                    .extracting(TensorInfo::toString)
                    .containsExactly(
                            "beak_length_mm float32[N, 1]",
                            "beak_depth_mm float32[N, 1]",
                            "flipper_length_mm float32[N, 1]",
                            "body_mass_g float32[N, 1]",
                            "island string[N, 1]",
                            "sex string[N, 1]");
            assertThat(network.outputs())
                    .extracting(TensorInfo::toString)
                    .containsExactly(
                            "species string[N]",
                            "scores float32[N, 3]",
                            "probabilities float32[N, classes]",
                            "probabilities.keys string[classes]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguins-species.onnx", "penguins-mass.onnx", "slow-loop.onnx"})
    void whatNativeCodeDeclaresIsWhatTheFileWasReadToSay(String file) {
        Path path = Networks.resource(file);
        try (Network network = Networks.open(path)) {
            OnnxFile read = OnnxFile.read(path);

            assertThat(network.inputs()).isEqualTo(read.inputTensors());
            assertThat(network.outputs()).isEqualTo(read.outputTensors());
        }
    }

    private static Map<String, Tensor> inputs(Network network, JsonNode example) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (TensorInfo input : network.inputs()) {
            JsonNode value = example.get("input").get(input.name());
            inputs.put(
                    input.name(),
                    input.type() == ElementType.STRING
                            ? Tensor.of(List.of(value.asString()), 1, 1)
                            : Tensor.of(new float[] {(float) value.asDouble()}, 1, 1));
        }
        return inputs;
    }

    private static JsonNode examples(String file) {
        Path path = Networks.resource(file);
        return JsonMapper.shared().readTree(path.toFile()).get("examples");
    }
}
