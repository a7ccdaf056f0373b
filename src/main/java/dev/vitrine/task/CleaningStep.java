package dev.vitrine.task;

import dev.vitrine.kind.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// One step of a [TextCleaning]: a function of texts in time that grows with the text only.
@FunctionalInterface
interface CleaningStep {
    /// What a text may grow to, in UTF-16 units: a few replacements could fill any memory.
    int MOST = 64 << 20;

    /// The steps that a single word names, as Hugging Face's tokenizers name them where they have
    /// them.
    Map<String, CleaningStep> PLAIN = plain();

    /// The text after this step; it may end beyond [#MOST].
    String apply(String text);

    private static Map<String, CleaningStep> plain() {
        Map<String, CleaningStep> steps = new LinkedHashMap<>();
        for (Normalizer.Form form : Normalizer.Form.values()) {
            steps.put(form.name().toLowerCase(Locale.ROOT), text -> NormalForm.of(text, form));
        }
        steps.put("lowercase", Lowercase::of);
        steps.put(
                "strip-accents",
                text -> kept(text, c -> Character.getType(c) != Character.NON_SPACING_MARK));
        steps.put("strip", CleaningStep::stripped);
        steps.put("collapse", CleaningStep::collapsed);
        return Collections.unmodifiableMap(steps);
    }

    /// The step that a signature declares; nothing where it is none.
    static Optional<CleaningStep> of(Object declared) {
        return switch (declared) {
            case String word -> Optional.ofNullable(PLAIN.get(word));
            case Map<?, ?> words
                    when words.get("replace") instanceof String old
                            && !old.isEmpty()
                            && words.get("with") instanceof String with ->
                    Optional.of(text -> replaced(text, old, with));
            case Map<?, ?> words when words.get("keep") instanceof List<?> classes -> keep(classes);
            case Map<?, ?> words when words.get("prepend") instanceof String start ->
                    Optional.of(start::concat);
            case Map<?, ?> words when words.get("append") instanceof String end ->
                    Optional.of(text -> text.concat(end));
            default -> Optional.empty();
        };
    }

    /// The JSON Schema of a step.
    static ObjectNode schema() {
        ObjectNode schema = Json.object();
        ArrayNode forms = schema.putArray("anyOf");
        PLAIN.keySet().forEach(forms.addObject().putArray("enum")::add);
        ObjectNode replace = form(forms, "replace", "with");
        replace.putObject("replace")
                .put("type", "string")
                .put("minLength", 1)
                .put("description", "Each of these, taken literally, makes room for 'with'.");
        replace.putObject("with").put("type", "string");
        ObjectNode keep =
                form(forms, "keep")
                        .putObject("keep")
                        .put("type", "array")
                        .put("minItems", 1)
                        .put("description", "The sorts of characters that stay.");
        ArrayNode classes = keep.putObject("items").putArray("enum");
        for (CharacterClass one : CharacterClass.values()) {
            classes.add(one.text());
        }
        form(forms, "prepend").putObject("prepend").put("type", "string");
        form(forms, "append").putObject("append").put("type", "string");
        return schema;
    }

    private static ObjectNode form(ArrayNode forms, String... words) {
        ObjectNode form =
                forms.addObject().put("type", "object").put("additionalProperties", false);
        ArrayNode required = form.putArray("required");
        for (String word : words) {
            required.add(word);
        }
        return form.putObject("properties");
    }

    private static Optional<CleaningStep> keep(List<?> names) {
        List<CharacterClass> classes =
                names.stream()
                        .map(name -> CharacterClass.of(String.valueOf(name)))
                        .flatMap(Optional::stream)
                        .toList();
        return classes.size() < names.size()
                ? Optional.empty()
                : Optional.of(
                        text -> kept(text, c -> classes.stream().anyMatch(one -> one.has(c))));
    }

    private static String kept(String text, IntPredicate keeps) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(keeps).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String replaced(String text, String old, String with) {
        StringBuilder all = new StringBuilder(text.length());
        int from = 0;
        int at = text.indexOf(old);
        while (at >= 0 && all.length() <= MOST) {
            all.append(text, from, at).append(with);
            from = at + old.length();
            at = text.indexOf(old, from);
        }
        return all.append(text, from, text.length()).toString();
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && CharacterClass.SPACES.has(text.charAt(start))) {
            start++;
        }
        while (end > start && CharacterClass.SPACES.has(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// Each run of white space as one space.
    private static String collapsed(String text) {
        StringBuilder all = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            boolean now = CharacterClass.SPACES.has(text.charAt(i));
            if (!now) {
                all.append(text.charAt(i));
            } else if (!space) {
                all.append(' ');
            }
            space = now;
        }
        return all.toString();
    }
}
