package dev.vitrine.onnx;

import dev.vitrine.tensor.TensorInfo;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model's description in the form of the BioImage Model Zoo, `rdf.yaml` or `bioimageio.yaml`.
///
/// @param where the file
/// @param root its words
/// @param inputs what it says of inputs, by their names in the network
/// @param outputs what it says of outputs, by their names in the network
/// @see <a href="https://bioimage-io.github.io/spec-bioimage-io/">its form</a>
record BioImageFile(
        String where,
        JsonNode root,
        Map<String, BioImageTensor> inputs,
        Map<String, BioImageTensor> outputs) {
    private static final List<String> FILES = List.of("rdf.yaml", "bioimageio.yaml");

    /// Reads the file beside a model; nothing where there is none, or it is about another network.
    static Optional<BioImageFile> beside(OnnxFile declared, Beside beside) {
        for (String file : FILES) {
            Optional<JsonNode> root = beside.yaml(file);
            if (root.isPresent()) {
                try {
                    return Optional.of(read(file, root.get(), declared));
                } catch (Unusable e) {
                    beside.passOver(file, e.reason());
                }
            }
        }
        return Optional.empty();
    }

    /// How near a test must come: absolutely, relative to what is expected, and how many of a
    /// million elements may miss it all the same.
    double tolerance(String word, double standard) {
        JsonNode config = root.path("config").path("bioimageio").path("reproducibility_tolerance");
        JsonNode first = config.isArray() ? config.path(0) : config;
        double value = first.path(word).asDouble(standard);
        return Double.isFinite(value) && value >= 0 ? value : standard;
    }

    private static BioImageFile read(String file, JsonNode root, OnnxFile declared)
            throws Unusable {
        String type = root.path("type").asString("model");
        if (!type.equals("model") || !root.path("inputs").isArray()) {
            throw new Unusable("it describes no model");
        }
        String weights = root.path("weights").path("onnx").path("source").asString("");
        if (!weights.isEmpty() && !weights.contains("/") && !weights.equals(declared.fileName())) {
            throw new Unusable("it is about '%s'".formatted(Clue.oneLine(weights)));
        }
        return new BioImageFile(
                file,
                root,
                tensors(root, "inputs", "preprocessing", declared.inputTensors()),
                tensors(root, "outputs", "postprocessing", declared.outputTensors()));
    }

    /// Names need not be the network's; then the order counts, as it does in the Zoo's own tools.
    private static Map<String, BioImageTensor> tensors(
            JsonNode root, String side, String processing, List<TensorInfo> network)
            throws Unusable {
        List<BioImageTensor> all = new ArrayList<>();
        for (int i = 0; i < root.path(side).size(); i++) {
            all.add(
                    BioImageTensor.read(
                            root.path(side).path(i),
                            processing,
                            root.path("test_" + side).path(i).asString(""),
                            root.path("sample_" + side).path(i).asString("")));
        }
        if (all.size() != network.size()) {
            throw new Unusable(
                    "it has %d %s and the network %d".formatted(all.size(), side, network.size()));
        }
        List<String> names = all.stream().map(BioImageTensor::name).toList();
        boolean byName = network.stream().allMatch(t -> names.contains(t.name()));
        Map<String, BioImageTensor> byTensor = new LinkedHashMap<>();
        for (int i = 0; i < network.size(); i++) {
            TensorInfo tensor = network.get(i);
            BioImageTensor said = all.get(byName ? names.indexOf(tensor.name()) : i);
            if (said.axes().size() != tensor.shape().rank()) {
                throw new Unusable(
                        "its '%s' has %d axes and the network's '%s' is %s"
                                .formatted(
                                        Clue.oneLine(said.name()),
                                        said.axes().size(),
                                        tensor.name(),
                                        tensor.form()));
            }
            byTensor.put(tensor.name(), said.on(tensor));
        }
        return byTensor;
    }
}
