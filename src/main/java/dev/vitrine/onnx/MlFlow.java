package dev.vitrine.onnx;

import dev.vitrine.kind.Json;
import dev.vitrine.onnx.Columns.Column;
import dev.vitrine.tensor.Shape;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What MLflow writes beside a model: `MLmodel` with the columns or tensors that go in, and
/// `input_example.json`.
///
/// @see <a href="https://mlflow.org/docs/latest/ml/model/signatures/">signatures and examples</a>
final class MlFlow implements Source {
    private static final String FILE = "MLmodel";
    private static final Set<String> WHOLE = Set.of("integer", "long");

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        beside.yaml(FILE)
                .ifPresent(root -> {
                    try {
                        read(root, declared, beside, findings);
                    } catch (Unusable e) {
                        beside.passOver(FILE, e.reason());
                    }
                });
    }

    private static void read(JsonNode root, OnnxFile declared, Beside beside, Findings findings)
            throws Unusable {
        String data = root.path("flavors").path("onnx").path("data").asString("");
        if (!data.isEmpty() && !data.contains("/") && !data.equals(declared.fileName())) {
            throw new Unusable("it is about '%s'".formatted(Clue.oneLine(data)));
        }
        List<JsonNode> inputs = members(root.path("signature").path("inputs"));
        boolean tensors =
                inputs.stream().anyMatch(i -> i.path("type").asString("").equals("tensor"));
        List<Column> columns = tensors ? List.of() : inputs.stream().map(MlFlow::column).toList();
        columns(declared, columns).ifPresent(findings::columns);
        defaults(root, findings);
        String example = root.path("saved_input_example_info").path("artifact_path").asString("");
        if (!example.isEmpty()) {
            beside.anyJson(example)
                    .flatMap(json -> MlFlowExample.read(example, json, declared, columns))
                    .ifPresent(findings::sample);
        }
    }

    /// The columns: the elements of the only input, or each an input of its own.
    private static Optional<Columns> columns(OnnxFile declared, List<Column> columns)
            throws Unusable {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String where = FILE + " beside it (signature)";
        List<String> names = declared.inputs().stream().map(ValueInfo::name).toList();
        if (columns.size() == names.size()
                && columns.stream().allMatch(c -> names.contains(c.name()))) {
            return Optional.of(new Columns("", columns, where));
        }
        if (names.size() != 1 || declared.inputTensors().size() != 1) {
            throw new Unusable(
                    "its %d columns are not the network's %d inputs"
                            .formatted(columns.size(), names.size()));
        }
        Shape shape = declared.inputTensors().getFirst().shape();
        if (shape.rank() != 2 || shape.at(1).size() != columns.size()) {
            throw new Unusable(
                    "its %d columns are not the elements of the network's '%s'"
                            .formatted(columns.size(), Clue.oneLine(names.getFirst())));
        }
        return Optional.of(new Columns(names.getFirst(), columns, where));
    }

    private static Column column(JsonNode spec) {
        String type = spec.path("type").asString("");
        return new Column(
                Clue.oneLine(spec.path("name").asString("")),
                WHOLE.contains(type),
                type.equals("boolean"),
                spec.path("required").asBoolean(true));
    }

    /// Parameters of the names of inputs give their defaults.
    private static void defaults(JsonNode root, Findings findings) throws Unusable {
        for (JsonNode param : members(root.path("signature").path("params"))) {
            String name = param.path("name").asString("");
            Object value = Json.plain(param.path("default"));
            if (value instanceof Number || value instanceof String || value instanceof Boolean) {
                findings.standard(name, value);
            }
        }
    }

    /// The members of a list that stands as JSON in a text.
    private static List<JsonNode> members(JsonNode text) throws Unusable {
        if (!text.isString()) {
            return List.of();
        }
        try {
            List<JsonNode> all = new ArrayList<>();
            Json.MAPPER.readTree(text.stringValue()).forEach(all::add);
            return all;
        } catch (JacksonException e) {
            throw new Unusable("its signature is no JSON");
        }
    }
}
