package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ObjectNode;

/// Two numbers, as the range slider that Gradio's users add to it has them: `[low, high]`.
record RangeComponent() implements Component {
    @Override
    public String name() {
        return "RangeSlider";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.putObject("items").put("type", "number");
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "list[float]";
    }

    @Override
    public ObjectNode props(Port port) {
        return PlainComponent.SLIDER.props(port);
    }
}
