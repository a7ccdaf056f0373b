package dev.vitrine.http.gradio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// Edits make of the first value the second, put together as Gradio's clients do it.
class GradioDiffTest {
    @Provide
    Arbitrary<JsonNode> json() {
        Arbitrary<Object> scalars =
                Arbitraries.oneOf(
                        Arbitraries.strings().withChars("abü\n").ofMaxLength(4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.just(null));
        return Arbitraries.recursive(() -> scalars, GradioDiffTest::deeper, 0, 3).map(Json::of);
    }

    private static Arbitrary<Object> deeper(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(4).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of("a", "b", "c", "0"), inner)
                        .ofMaxSize(3)
                        .map(map -> (Object) map));
    }

    @Property
    void editsMakeTheOtherValue(@ForAll("json") JsonNode before, @ForAll("json") JsonNode after) {
        ArrayNode edits = GradioDiff.of(before, after);
        JsonNode made = before.deepCopy();
        for (JsonNode edit : edits) {
            made = applied(made, edit);
        }
        assertThat(made).isEqualTo(after);
    }

    @Property
    void whatIsEqualNeedsNone(@ForAll("json") JsonNode value) {
        assertThat(GradioDiff.of(value, value.deepCopy())).isEmpty();
    }

    @Test
    void textThatGrowsIsAppended() {
        assertThat(GradioDiff.of(Json.of("Hel"), Json.of("Hello")).toString())
                .isEqualTo("[[\"append\",[],\"lo\"]]");
        assertThat(
                        GradioDiff.of(
                                        Json.of(List.of("a", List.of("b"))),
                                        Json.of(List.of("a", List.of("b", "c"))))
                                .toString())
                .isEqualTo("[[\"add\",[1,1],\"c\"]]");
    }

    private static JsonNode applied(JsonNode whole, JsonNode edit) {
        String action = edit.path(0).stringValue();
        List<JsonNode> path = new ArrayList<>();
        edit.path(1).forEach(path::add);
        JsonNode value = edit.path(2).deepCopy();
        if (path.isEmpty()) {
            return action.equals("append")
                    ? Json.of(whole.stringValue() + value.stringValue())
                    : value;
        }
        JsonNode at = whole;
        for (JsonNode step : path.subList(0, path.size() - 1)) {
            at = step.isString() ? at.get(step.stringValue()) : at.get(step.intValue());
        }
        JsonNode last = path.getLast();
        if (at instanceof ObjectNode object) {
            String key = last.stringValue();
            switch (action) {
                case "append" ->
                        object.put(key, object.get(key).stringValue() + value.stringValue());
                case "delete" -> object.remove(key);
                default -> object.set(key, value);
            }
        } else {
            ArrayNode array = (ArrayNode) at;
            int i = last.intValue();
            switch (action) {
                case "append" ->
                        array.set(i, Json.of(array.get(i).stringValue() + value.stringValue()));
                case "delete" -> array.remove(i);
                case "add" -> array.insert(i, value);
                default -> array.set(i, value);
            }
        }
        return whole;
    }
}
