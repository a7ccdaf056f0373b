package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.tags.Offered;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ObjectNode;

/// Several values of a list, or free ones: Gradio's dropdown of which more than one may be chosen.
record TagsComponent() implements Component {
    @Override
    public String name() {
        return "Dropdown";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        ObjectNode items = schema.putObject("items").put("type", "string");
        Offered offered = Offered.of(port);
        if (!offered.isOpen()) {
            items.set("enum", Json.of(offered.all()));
        }
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "list[str]";
    }

    @Override
    public ObjectNode props(Port port) {
        return ChoiceComponent.DROPDOWN
                .props(port)
                .put("multiselect", true)
                .put("allow_custom_value", Offered.of(port).isOpen());
    }
}
