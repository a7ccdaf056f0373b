package dev.vitrine.kind;

import dev.vitrine.signature.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What arrived for inputs, as a problem with it repeats it: pydantic's `input`, which is the value
/// as it was sent, and for an input that is missing the whole of what was sent.
public final class Sent {
    /// Characters of a text, and values in all, that are repeated.
    private static final int LONGEST = 200;

    private static final int MOST = 40;

    private static final String MORE = "…";

    private Sent() {}

    /// The problem with what was sent at its place, where that can be said.
    ///
    /// @param given what arrived, by port
    static Problem with(Problem problem, Map<String, Raw> given) {
        if (problem.type().equals("missing") && problem.path().isEmpty()) {
            return problem.withInput(whole(given));
        }
        return switch (given.get(problem.port())) {
            case Raw.Json(JsonNode node) ->
                    at(node, problem.path())
                            .map(sent -> problem.withInput(Json.plain(brief(sent))))
                            .orElse(problem);
            case Raw.Text(String text) when problem.path().isEmpty() ->
                    problem.withInput(cut(text));
            case null, default -> problem;
        };
    }

    /// A value short enough to be repeated: long texts are cut, and so is what has many values.
    public static JsonNode brief(JsonNode value) {
        return new Brief().of(value);
    }

    /// The JSON object that was sent; nothing of a form, whose parts are no JSON.
    private static @Nullable Object whole(Map<String, Raw> given) {
        ObjectNode all = Json.object();
        for (Map.Entry<String, Raw> entry : given.entrySet()) {
            if (!(entry.getValue() instanceof Raw.Json(JsonNode node))) {
                return null;
            }
            all.set(entry.getKey(), node);
        }
        return Json.plain(brief(all));
    }

    private static Optional<JsonNode> at(JsonNode node, List<Object> path) {
        JsonNode found = node;
        for (Object step : path) {
            found =
                    step instanceof Number index
                            ? found.path(index.intValue())
                            : found.path(step.toString());
        }
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + MORE;
    }

    /// Copies a value until enough of it is there.
    private static final class Brief {
        private int left = MOST;

        JsonNode of(JsonNode value) {
            left--;
            return switch (value) {
                case ObjectNode object -> object(object);
                case ArrayNode array -> array(array);
                default -> value.isString() ? Json.of(cut(value.stringValue())) : value;
            };
        }

        private JsonNode object(ObjectNode object) {
            ObjectNode copy = Json.object();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (left <= 0) {
                    return copy.put(MORE, MORE);
                }
                copy.set(cut(entry.getKey()), of(entry.getValue()));
            }
            return copy;
        }

        private JsonNode array(ArrayNode array) {
            ArrayNode copy = Json.array();
            for (JsonNode element : array) {
                if (left <= 0) {
                    return copy.add(MORE);
                }
                copy.add(of(element));
            }
            return copy;
        }
    }
}
