package dev.vitrine.onnx;

import dev.vitrine.tensor.TensorInfo;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One input or output as a file of the BioImage Model Zoo describes it, in version 0.4 or 0.5 of
/// its form.
///
/// @param name what the file calls it, which need not be the network's name for it
/// @param description what it is; may be empty
/// @param axes the names of its dimensions in version 0.5's words (`batch`, `channel`, `y`, `x` …)
/// @param channels the names of its channels; empty where nothing names them
/// @param type the type of its numbers, such as `uint8`; empty where nothing is said
/// @param range its least and greatest number where both are given, else empty
/// @param processing what is done before or after the network
/// @param test the file of its test tensor; empty where there is none
/// @param sample the file of its sample; empty where there is none
record BioImageTensor(
        String name,
        String description,
        List<String> axes,
        List<String> channels,
        String type,
        List<Double> range,
        BioImageSteps processing,
        String test,
        String sample) {
    /// Version 0.4's letters that version 0.5 writes out.
    private static final Map<String, String> LETTERS =
            Map.of("b", "batch", "c", "channel", "t", "time", "i", "index");

    private static final Map<String, String> LAYOUTS =
            Map.of("batch", "N", "channel", "C", "y", "H", "x", "W");

    /// Reads a member of `inputs` or `outputs`.
    ///
    /// @param test the file of its test tensor where another part of the file names it
    /// @param sample the file of its sample likewise
    static BioImageTensor read(JsonNode node, String processing, String test, String sample) {
        JsonNode data = node.path("data").isArray() ? node.path("data").path(0) : node.path("data");
        List<String> axes = axes(node.path("axes"));
        return new BioImageTensor(
                node.path("id").asString(node.path("name").asString("")),
                Clue.oneLine(node.path("description").asString("")),
                axes,
                channels(node.path("axes")),
                data.path("type").asString(node.path("data_type").asString("")),
                range(data.has("range") ? data.path("range") : node.path("data_range")),
                BioImageSteps.read(node.path(processing), axes),
                node.path("test_tensor").path("source").asString(test),
                node.path("sample_tensor").path("source").asString(sample));
    }

    /// The same held against the network's tensor: what its type or shape does not carry is left
    /// out.
    BioImageTensor on(TensorInfo tensor) {
        return new BioImageTensor(
                name,
                description,
                axes,
                channels,
                type,
                tensor.type().isFloating() ? range : List.of(),
                processing.on(tensor),
                test,
                sample);
    }

    /// The order of a picture's dimensions, such as `NCHW`; other letters where it is none.
    String layout() {
        return axes.stream().map(a -> LAYOUTS.getOrDefault(a, "?")).collect(Collectors.joining());
    }

    /// The names of dimensions: version 0.4 writes a letter for each, version 0.5 describes each.
    static List<String> axes(JsonNode node) {
        List<String> axes = new ArrayList<>();
        if (node.isString()) {
            node.stringValue()
                    .chars()
                    .mapToObj(c -> String.valueOf((char) c))
                    .map(letter -> LETTERS.getOrDefault(letter, letter))
                    .forEach(axes::add);
        }
        if (node.isArray()) {
            for (JsonNode axis : node) {
                String type = axis.path("type").asString("");
                axes.add(axis.path("id").asString(type.equals("space") ? "x" : type));
            }
        }
        return axes;
    }

    private static List<String> channels(JsonNode axes) {
        return axes.valueStream()
                .filter(axis -> axis.path("type").asString("").equals("channel"))
                .flatMap(axis -> axis.path("channel_names").valueStream())
                .map(name -> name.asString(""))
                .toList();
    }

    private static List<Double> range(JsonNode node) {
        List<Double> both =
                node.valueStream()
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::doubleValue)
                        .filter(Double::isFinite)
                        .toList();
        return both.size() == 2 && both.get(0) < both.get(1) ? both : List.of();
    }
}
