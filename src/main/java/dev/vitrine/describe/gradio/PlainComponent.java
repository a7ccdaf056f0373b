package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Secrets;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ObjectNode;

/// A component whose values are the kind's own JSON.
///
/// @param name what Gradio calls it
/// @param jsonType the JSON type of its values; empty where they have any
/// @param pythonType what that is in Python
record PlainComponent(String name, String jsonType, String pythonType) implements Component {
    static final PlainComponent TEXTBOX = new PlainComponent("Textbox", "string", "str");
    static final PlainComponent MARKDOWN = new PlainComponent("Markdown", "string", "str");
    static final PlainComponent CODE = new PlainComponent("Code", "string", "str");
    static final PlainComponent NUMBER = new PlainComponent("Number", "number", "float");
    static final PlainComponent SLIDER = new PlainComponent("Slider", "number", "float");
    static final PlainComponent CHECKBOX = new PlainComponent("Checkbox", "boolean", "bool");
    static final PlainComponent COLOUR = new PlainComponent("ColorPicker", "string", "str");
    static final PlainComponent JSON = new PlainComponent("Json", "", "Any");

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object();
        if (jsonType.isEmpty()) {
            // Gradio's word for any JSON
            schema.putObject("type");
        } else {
            schema.put("type", jsonType);
        }
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return pythonType;
    }

    @Override
    public ObjectNode props(Port port) {
        ObjectNode props = Json.object();
        Limits limits = port.limits();
        limits.min().ifPresent(n -> props.put("minimum", n));
        limits.max().ifPresent(n -> props.put("maximum", n));
        limits.step().ifPresent(n -> props.put("step", n));
        limits.maxLength().ifPresent(n -> props.put("max_length", n));
        if (Secrets.isSecret(port)) {
            props.put("type", "password");
        }
        return props;
    }
}
