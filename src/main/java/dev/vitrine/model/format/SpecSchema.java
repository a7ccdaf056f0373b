package dev.vitrine.model.format;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalDouble;

/// Renders a [Spec] as JSON Schema, draft 2020-12 (<https://json-schema.org/draft/2020-12>).
final class SpecSchema {
    private final ObjectNode shared = Json.object();

    private SpecSchema() {}

    /// A schema document of its own.
    static ObjectNode document(Spec spec, String title) {
        SpecSchema schema = new SpecSchema();
        ObjectNode all = Json.object();
        all.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
        all.setAll(schema.render(spec));
        if (!schema.shared.isEmpty()) {
            all.set("$defs", schema.shared);
        }
        return all;
    }

    private ObjectNode render(Spec spec) {
        return switch (spec) {
            case Spec.Any ignored -> Json.object();
            case Spec.Text text -> text(text);
            case Spec.Number number -> number(number);
            case Spec.Truth ignored -> Json.object().put("type", "boolean");
            case Spec.OneOf(var values) -> Json.object().set("enum", Json.of(values));
            case Spec.Items items -> items(items);
            case Spec.Named named -> named(named);
            case Spec.Fields fields -> fields(fields);
            case Spec.ByWord byWord -> byWord(byWord);
            case Spec.Either(var forms) -> {
                ObjectNode schema = Json.object();
                ArrayNode any = schema.putArray("anyOf");
                forms.forEach(form -> any.add(render(form)));
                yield schema;
            }
            case Spec.Shared(String id, Spec part) -> {
                if (!shared.has(id)) {
                    shared.set(id, render(part));
                }
                yield Json.object().put("$ref", "#/$defs/" + id);
            }
        };
    }

    private static ObjectNode text(Spec.Text spec) {
        ObjectNode schema = Json.object().put("type", "string");
        if (spec.least() > 0) {
            schema.put("minLength", spec.least());
        }
        if (spec.pattern() != null) {
            schema.put("pattern", spec.pattern());
        }
        if (!spec.format().isEmpty()) {
            schema.put("format", spec.format());
        }
        return schema;
    }

    private static ObjectNode number(Spec.Number spec) {
        ObjectNode schema = Json.object().put("type", spec.whole() ? "integer" : "number");
        bound(schema, "minimum", spec.least());
        bound(schema, "exclusiveMinimum", spec.above());
        bound(schema, "maximum", spec.most());
        return schema;
    }

    private static void bound(ObjectNode schema, String word, OptionalDouble bound) {
        if (bound.isPresent()) {
            double n = bound.getAsDouble();
            schema.set(word, n == Math.rint(n) ? Json.of((long) n) : Json.of(n));
        }
    }

    private ObjectNode items(Spec.Items spec) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", render(spec.item()));
        if (spec.least() > 0) {
            schema.put("minItems", spec.least());
        }
        if (spec.most() < Integer.MAX_VALUE) {
            schema.put("maxItems", spec.most());
        }
        return schema;
    }

    private ObjectNode named(Spec.Named spec) {
        ObjectNode schema = Json.object().put("type", "object");
        schema.set("propertyNames", render(spec.name()));
        schema.set("additionalProperties", render(spec.value()));
        if (spec.least() > 0) {
            schema.put("minProperties", spec.least());
        }
        return schema;
    }

    private ObjectNode fields(Spec.Fields spec) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        spec.words()
                .forEach((word, field) -> {
                    ObjectNode property = render(field.spec());
                    if (!field.help().isEmpty()) {
                        property.put("description", field.help());
                    }
                    properties.set(word, property);
                    if (field.required()) {
                        required.add(word);
                    }
                });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode byWord(Spec.ByWord spec) {
        ObjectNode schema = Json.object().put("type", "object");
        schema.putArray("required").add(spec.word());
        ArrayNode values = schema.putObject("properties").putObject(spec.word()).putArray("enum");
        ArrayNode cases = schema.putArray("allOf");
        spec.byValue()
                .forEach((value, fields) -> {
                    values.add(value);
                    ObjectNode one = cases.addObject();
                    ObjectNode when = one.putObject("if");
                    when.putObject("properties").putObject(spec.word()).put("const", value);
                    when.putArray("required").add(spec.word());
                    JsonNode then = render(fields);
                    one.set("then", then);
                });
        return schema;
    }
}
