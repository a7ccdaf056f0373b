package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ObjectNode;

/// Classes with confidences, which have one form in Gradio and here.
record LabelComponent() implements Component {
    @Override
    public String name() {
        return "Label";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("label").put("type", "string");
        ObjectNode confidences = properties.putObject("confidences").put("type", "array");
        ObjectNode one = confidences.putObject("items").put("type", "object");
        ObjectNode of = one.putObject("properties");
        of.putObject("label").put("type", "string");
        of.putObject("confidence").put("type", "number");
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "dict(label: str, confidences: list[dict(label: str, confidence: float)])";
    }
}
