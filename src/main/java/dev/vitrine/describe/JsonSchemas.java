package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// The JSON Schemas (2020-12) of a signature's values, every bound as the port says it.
public final class JsonSchemas {
    private JsonSchemas() {}

    /// The schema of the object that holds the values of all these ports by name, and nothing else.
    public static ObjectNode object(List<Port> ports) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ports.forEach(port -> properties.set(port.name(), of(port)));
        List<String> required = ports.stream().filter(Port::required).map(Port::name).toList();
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema.put("additionalProperties", false);
    }

    /// The schema of one port's value, with its label as the title, its help as the description and
    /// its default.
    public static ObjectNode of(Port port) {
        ObjectNode kind = Kinds.of(port).schema(port);
        ObjectNode schema = Json.object().put("title", port.label());
        String description = describe(port, kind);
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        kind.remove("description");
        schema.setAll(kind);
        if (port.standard() != null) {
            schema.set("default", Json.of(port.standard()));
        }
        return schema;
    }

    /// What the author says, then what the kind says of its form.
    private static String describe(Port port, ObjectNode kind) {
        return (port.help() + " " + kind.path("description").asString("")).strip();
    }
}
