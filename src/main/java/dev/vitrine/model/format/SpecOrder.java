package dev.vitrine.model.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings the words of a file into the order of their table, so that a file whose words were
/// written one after the other reads like any other.
final class SpecOrder {
    private SpecOrder() {}

    /// The same values; words that the table does not know come last.
    static Object of(Object value, Spec spec) {
        return switch (spec) {
            case Spec.Shared(String ignored, Spec inner) -> of(value, inner);
            case Spec.Fields fields when value instanceof Map<?, ?> map -> fields(map, fields);
            case Spec.ByWord byWord when value instanceof Map<?, ?> map -> byWord(map, byWord);
            case Spec.Named named when value instanceof Map<?, ?> map -> {
                Map<String, Object> all = Draft.group(map);
                all.replaceAll((name, inner) -> of(inner, named.value()));
                yield all;
            }
            case Spec.Items items when value instanceof List<?> list ->
                    list.stream().map(item -> of(item, items.item())).toList();
            case Spec.Either(List<Spec> forms) when value instanceof Map<?, ?> ->
                    forms.stream()
                            .filter(form -> form instanceof Spec.Fields)
                            .findFirst()
                            .map(form -> of(value, form))
                            .orElse(value);
            default -> value;
        };
    }

    private static Object byWord(Map<?, ?> map, Spec.ByWord spec) {
        Object deciding = map.get(spec.word());
        Spec.Fields fields =
                deciding instanceof String word && spec.byValue().containsKey(word)
                        ? spec.byValue().get(word)
                        : spec.byValue().values().iterator().next();
        return fields == null ? map : fields(map, fields);
    }

    private static Map<String, Object> fields(Map<?, ?> map, Spec.Fields spec) {
        Map<String, Object> words = Draft.group(map);
        Map<String, Object> ordered = new LinkedHashMap<>();
        spec.words()
                .forEach((word, field) -> {
                    Object value = words.get(word);
                    if (value != null) {
                        ordered.put(word, of(value, field.spec()));
                    }
                });
        Set<String> known = spec.words().keySet();
        words.forEach((word, value) -> {
            if (!known.contains(word)) {
                ordered.put(word, value);
            }
        });
        return ordered;
    }
}
