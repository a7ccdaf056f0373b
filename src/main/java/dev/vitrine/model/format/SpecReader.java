package dev.vitrine.model.format;

import dev.vitrine.kind.Json;
import dev.vitrine.model.format.Spec.Field;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Makes a [Spec] of the JSON Schemas in which kinds and tasks give their own words.
///
/// It knows the part of JSON Schema that [Spec] is; a keyword beyond it would be told to authors
/// and never checked, so it is refused.
final class SpecReader {
    private static final Set<String> TOLD = Set.of("description", "title", "default", "examples");

    private SpecReader() {}

    /// The fields that an object of word and JSON Schema describes.
    static Map<String, Field> fields(ObjectNode words) {
        Map<String, Field> all = new LinkedHashMap<>();
        words.properties()
                .forEach(e ->
                        all.put(
                                e.getKey(),
                                Field.maybe(
                                        read(e.getValue(), "'" + e.getKey() + "'"),
                                        e.getValue().path("description").asString(""))));
        return all;
    }

    private static Spec read(JsonNode schema, String noun) {
        if (schema.has("enum")) {
            only(schema, "enum", "type");
            List<Object> values = new ArrayList<>();
            schema.get("enum").forEach(v -> values.add(plain(v)));
            return new Spec.OneOf(values);
        }
        if (schema.has("anyOf")) {
            only(schema, "anyOf");
            return either(schema.get("anyOf"), noun);
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            only(schema, "type");
            List<Spec> forms = new ArrayList<>();
            type.forEach(t -> forms.add(read(Json.object().set("type", t), noun)));
            return new Spec.Either(forms);
        }
        return switch (type.asString("")) {
            case "string" -> text(schema);
            case "number" -> number(schema, false);
            case "integer" -> number(schema, true);
            case "boolean" -> {
                only(schema, "type");
                yield new Spec.Truth();
            }
            case "array" -> {
                only(schema, "type", "items", "minItems", "maxItems");
                yield new Spec.Items(
                        schema.has("items") ? read(schema.get("items"), noun) : new Spec.Any(),
                        schema.path("minItems").asInt(0),
                        schema.path("maxItems").asInt(Integer.MAX_VALUE));
            }
            case "object" -> object(schema, noun);
            default -> {
                only(schema);
                yield new Spec.Any();
            }
        };
    }

    private static Spec either(JsonNode forms, String noun) {
        List<Spec> all = new ArrayList<>();
        forms.forEach(f -> all.add(read(f, noun)));
        return new Spec.Either(all);
    }

    private static Spec text(JsonNode schema) {
        only(schema, "type", "minLength", "pattern", "format");
        String pattern = schema.path("pattern").asString("");
        return new Spec.Text(
                schema.path("minLength").asInt(0),
                pattern.isEmpty() ? null : pattern,
                schema.path("format").asString(""),
                pattern.isEmpty() ? Spec.Text.ANY.words() : "text of the pattern " + pattern);
    }

    private static Spec number(JsonNode schema, boolean whole) {
        only(schema, "type", "minimum", "exclusiveMinimum", "maximum");
        return new Spec.Number(
                whole,
                bound(schema.get("minimum")),
                bound(schema.get("exclusiveMinimum")),
                bound(schema.get("maximum")));
    }

    private static OptionalDouble bound(@Nullable JsonNode node) {
        return node == null ? OptionalDouble.empty() : OptionalDouble.of(node.doubleValue());
    }

    private static Spec object(JsonNode schema, String noun) {
        only(schema, "type", "properties", "additionalProperties", "required");
        JsonNode rest = schema.path("additionalProperties");
        if (schema.get("properties") instanceof ObjectNode words) {
            if (!rest.isBoolean() || rest.booleanValue()) {
                throw new IllegalArgumentException("additionalProperties must be false: " + schema);
            }
            Map<String, Field> fields = new LinkedHashMap<>(fields(words));
            schema.path("required")
                    .forEach(name ->
                            fields.computeIfPresent(
                                    name.stringValue(),
                                    (word, f) -> Field.needed(f.spec(), f.help())));
            return new Spec.Fields(noun, fields);
        }
        Spec value = rest.isObject() ? read(rest, noun) : new Spec.Any();
        return new Spec.Named("one", Spec.Text.ANY, value, 0);
    }

    private static Object plain(JsonNode value) {
        Object plain = Json.plain(value);
        if (plain == null) {
            throw new IllegalArgumentException("An enum without null, please");
        }
        return plain;
    }

    private static void only(JsonNode schema, String... keywords) {
        Set<String> known = Set.of(keywords);
        schema.propertyNames().stream()
                .filter(k -> !TOLD.contains(k) && !known.contains(k))
                .findFirst()
                .ifPresent(k -> {
                    throw new IllegalArgumentException(
                            "JSON Schema's '%s' is no part of Spec: %s".formatted(k, schema));
                });
    }
}
