package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.choice.Choices;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Collectors;

/// One value of a list.
///
/// @param name what Gradio calls it
record ChoiceComponent(String name) implements Component {
    static final ChoiceComponent DROPDOWN = new ChoiceComponent("Dropdown");

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "string");
        Choices choices = Choices.of(port);
        if (!choices.values().isEmpty()) {
            schema.set("enum", Json.of(choices.values()));
        }
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        Choices choices = Choices.of(port);
        return choices.values().isEmpty()
                ? "str"
                : choices.values().stream()
                        .map(ChoiceComponent::literal)
                        .collect(Collectors.joining(", ", "Literal[", "]"));
    }

    @Override
    public ObjectNode props(Port port) {
        ObjectNode props = Json.object();
        ArrayNode all = props.putArray("choices");
        Choices choices = Choices.of(port);
        List<String> names = choices.allNames();
        for (int i = 0; i < names.size(); i++) {
            all.addArray().add(names.get(i)).add(Json.of(choices.values().get(i)));
        }
        return props;
    }

    private static String literal(Object value) {
        return switch (value) {
            case String text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case Boolean flag -> flag ? "True" : "False";
            default -> value.toString();
        };
    }
}
