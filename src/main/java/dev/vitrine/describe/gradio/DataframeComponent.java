package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tables: `{"headers", "data", "metadata"}`.
record DataframeComponent() implements Component {
    @Override
    public String name() {
        return "Dataframe";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("headers")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        ObjectNode rows = properties.putObject("data").put("type", "array");
        rows.putObject("items").put("type", "array").putObject("items").putObject("type");
        properties.putObject("metadata").putObject("type");
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "dict(headers: list[str], data: list[list[Any]], metadata: Any)";
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        ObjectNode table = (ObjectNode) Kinds.encode(port, value);
        return table.putNull("metadata");
    }
}
