package dev.vitrine.onnx;

import dev.vitrine.kind.Json;
import dev.vitrine.onnx.Columns.Column;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first row of MLflow's `input_example.json`, in any of the forms it is written in: a table's
/// `columns` and `data`, a network's `inputs` or `instances`, or objects of names and values.
final class MlFlowExample {
    private MlFlowExample() {}

    /// Reads it.
    ///
    /// @param file its name
    /// @param columns the columns that the signature names; empty where it names none
    static Optional<Sample> read(
            String file, JsonNode json, OnnxFile declared, List<Column> columns) {
        if (declared.inputs().isEmpty()) {
            return Optional.empty();
        }
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        JsonNode inputs = json.has("inputs") ? json.path("inputs") : json.path("instances");
        JsonNode table = json.has("dataframe_split") ? json.path("dataframe_split") : json;
        JsonNode whole = json.isArray() ? json : inputs;
        if (table.path("data").isArray() && table.path("columns").isArray()) {
            JsonNode row = table.path("data").path(0);
            for (int i = 0; i < row.size(); i++) {
                byName.put(table.path("columns").path(i).asString(""), row.path(i));
            }
        } else if (whole.isArray() && whole.path(0).isObject()) {
            whole.path(0).properties().forEach(e -> byName.put(e.getKey(), e.getValue()));
        } else if (whole.isArray()) {
            return sample(file, Map.of(declared.inputs().getFirst().name(), whole));
        } else {
            (inputs.isObject() ? inputs : json)
                    .properties()
                    .forEach(e -> byName.put(e.getKey(), e.getValue()));
        }
        return sample(file, byTensor(byName, declared, columns));
    }

    /// A row of one input's columns becomes that input.
    private static Map<String, JsonNode> byTensor(
            Map<String, JsonNode> byName, OnnxFile declared, List<Column> columns) {
        String first = declared.inputs().getFirst().name();
        if (declared.inputs().size() != 1 || byName.containsKey(first)) {
            return byName;
        }
        List<JsonNode> row = new ArrayList<>();
        if (columns.isEmpty()) {
            row.addAll(byName.values());
        }
        for (Column column : columns) {
            JsonNode value = byName.get(column.name());
            row.add(value == null ? Json.of(0L) : value);
        }
        return Map.of(first, Json.array().add(Json.array().addAll(row)));
    }

    private static Optional<Sample> sample(String file, Map<String, JsonNode> byTensor) {
        Map<String, Object> values = new LinkedHashMap<>();
        byTensor.forEach((name, node) -> {
            if (Json.plain(node) instanceof Object value) {
                values.put(name, value);
            }
        });
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sample("Input example", file, values));
    }
}
