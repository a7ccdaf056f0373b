package dev.vitrine.http.gradio;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// What makes one value of another, as Gradio's clients (protocol `sse_v3`) put it together: a list
/// of `[action, path, value]` in the order in which they are carried out, where the action is
/// `replace`, `append` (to a text), `add` or `delete`, and the path leads from the whole value by
/// keys and indices.
final class GradioDiff {
    private final ArrayNode edits = Json.array();

    private GradioDiff() {}

    /// The edits that make `after` of `before`; none where they are equal.
    static ArrayNode of(JsonNode before, JsonNode after) {
        GradioDiff diff = new GradioDiff();
        diff.compare(List.of(), before, after);
        return diff.edits;
    }

    private void compare(List<Object> path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode a && after instanceof ObjectNode b) {
            objects(path, a, b);
        } else if (before instanceof ArrayNode a && after instanceof ArrayNode b) {
            arrays(path, a, b);
        } else if (before.isString()
                && after.isString()
                && after.stringValue().startsWith(before.stringValue())) {
            String more = after.stringValue().substring(before.stringValue().length());
            edit("append", path, Json.of(more));
        } else {
            edit("replace", path, after);
        }
    }

    private void objects(List<Object> path, ObjectNode before, ObjectNode after) {
        for (String key : before.propertyNames()) {
            if (!after.has(key)) {
                edit("delete", with(path, key), Json.of(null));
            }
        }
        after.properties()
                .forEach(e -> {
                    List<Object> place = with(path, e.getKey());
                    if (before.has(e.getKey())) {
                        compare(place, before.get(e.getKey()), e.getValue());
                    } else {
                        edit("add", place, e.getValue());
                    }
                });
    }

    /// Element by element, then what one has more than the other, from its end.
    private void arrays(List<Object> path, ArrayNode before, ArrayNode after) {
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) {
            compare(with(path, i), before.get(i), after.get(i));
        }
        for (int i = before.size() - 1; i >= both; i--) {
            edit("delete", with(path, i), Json.of(null));
        }
        for (int i = both; i < after.size(); i++) {
            edit("add", with(path, i), after.get(i));
        }
    }

    private void edit(String action, List<Object> path, JsonNode value) {
        ArrayNode edit = edits.addArray().add(action);
        edit.add(Json.of(path)).add(value);
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
