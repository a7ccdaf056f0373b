package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.datetime.Moment;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ObjectNode;

/// A date, with its time or without, as text.
record DateTimeComponent() implements Component {
    @Override
    public String name() {
        return "DateTime";
    }

    @Override
    public ObjectNode schema(Port port) {
        return Json.object().put("type", "string");
    }

    @Override
    public String pythonType(Port port) {
        return "str";
    }

    @Override
    public ObjectNode props(Port port) {
        return Json.object().put("include_time", Moment.of(port).hasClock()).put("type", "string");
    }
}
