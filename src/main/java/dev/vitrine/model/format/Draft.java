package dev.vitrine.model.format;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A signature while somebody writes it: the words of `signature.yaml` in plain Java form, whether
/// they are right yet or not, so that what was typed is never lost for being wrong.
///
/// A place in it is a list of words, such as `inputs`, `image`, `min`.
///
/// @param words what stands under each word of the file
/// @param reasons why things were guessed so, by place; what somebody has since said otherwise has
///   none any more
public record Draft(Map<String, Object> words, Map<List<String>, String> reasons) {
    /// The word under which the kind of a port stands.
    public static final String KIND = "kind";

    /// The word under which the tensor of a port and its processing stand.
    public static final String TENSOR = "tensor";

    /// What a range begins with where a kind cannot do without one.
    private static final Map<String, Object> RANGE = Map.of("min", 0L, "max", 1L);

    public Draft {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        reasons = Map.copyOf(reasons);
    }

    /// A signature as the file it would be, with the reasons of its guesses.
    ///
    /// A lone network whose file no signature can name is left to be found, as it was.
    public static Draft of(Signature signature) {
        Map<String, Object> words = SignatureWriter.words(signature);
        if (signature.models().size() == 1
                && !signature.models().values().stream().allMatch(Folder::isName)) {
            words.remove("models");
        }
        return new Draft(words, SignatureWriter.comments(signature));
    }

    /// What a file holds; its comments are not read.
    static Draft of(Located root) {
        return new Draft(filled(root.plain()), Map.of());
    }

    /// What stands at a place; nothing where nothing does.
    public Optional<Object> at(List<String> place) {
        Object here = words;
        for (String word : place) {
            here = here instanceof Map<?, ?> map ? map.get(word) : null;
        }
        return Optional.ofNullable(here);
    }

    /// The names of the ports on one side, `inputs` or `outputs`.
    public List<String> ports(String side) {
        return List.copyOf(group(at(List.of(side)).orElse(null)).keySet());
    }

    /// The same with another value at a place, or none there.
    ///
    /// The reason of a port's guess goes with a change of its kind or tensor, which it explains,
    /// and stays with a change of anything else.
    public Draft with(List<String> place, @Nullable Object value) {
        if (at(place).equals(Optional.ofNullable(value))) {
            return this;
        }
        Map<List<String>, String> left = new LinkedHashMap<>(reasons);
        if (place.size() > 2 && Set.of(KIND, TENSOR).contains(place.get(2))) {
            left.remove(place.subList(0, 2));
        }
        return new Draft(put(words, place, value), left);
    }

    /// The same with a port of another kind: what the new kind understands stays, what it cannot do
    /// without begins with a value to be changed, and the rest goes.
    ///
    /// @param port the place of the port
    /// @param processing the words of processing that the new kind reads, with what it needs said
    public Draft withKind(List<String> port, String kind, Map<String, Object> processing) {
        Map<String, Object> before = group(at(port).orElse(null));
        Map<String, Object> after = new LinkedHashMap<>(before);
        after.put(KIND, kind);
        Set<String> known =
                SignatureFormat.portWords(kind, port.getFirst().equals("inputs")).keySet();
        after.keySet().removeIf(word -> !known.contains(word));
        if (before.get(TENSOR) instanceof Map<?, ?> tensor) {
            Map<String, Object> binding = group(tensor);
            binding.keySet().removeIf(word -> !SignatureFormat.NAMES.contains(word));
            binding.putAll(processing);
            after.put(TENSOR, binding);
        }
        Port bare = Port.of(port.getLast(), kind);
        Kind<?> of = Kinds.of(bare);
        if (!of.declare(bare).isEmpty() && of.limits().containsAll(RANGE.keySet())) {
            RANGE.forEach(after::putIfAbsent);
        }
        Object standard = after.get("default");
        if (standard != null && !SignatureCheck.fits(bare, standard)) {
            after.remove("default");
        }
        return with(port, after).without(port).withExamples(bare, port.getFirst());
    }

    /// Without what examples say of a port that is now of a kind that does not take it: an input's
    /// example goes as a whole, of an output's only what is expected of it.
    private Draft withExamples(Port port, String side) {
        String word = side.equals("inputs") ? side : "expect";
        List<Object> left = new ArrayList<>();
        for (Object example : list(words.get("examples"))) {
            Map<String, Object> values = group(group(example).get(word));
            Object value = values.get(port.name());
            if (value == null || SignatureCheck.fits(port, value)) {
                left.add(example);
            } else if (!word.equals(side)) {
                left.add(put(group(example), List.of(word, port.name()), null));
            }
        }
        return with(List.of("examples"), left.isEmpty() ? null : left);
    }

    private static List<?> list(@Nullable Object plain) {
        return plain instanceof List<?> list ? list : List.of();
    }

    private Draft without(List<String> reason) {
        Map<List<String>, String> left = new LinkedHashMap<>(reasons);
        left.remove(reason);
        return new Draft(words, left);
    }

    /// The text of the file, its words in the order of the form, its reasons as comments.
    public String yaml() {
        return new YamlText(reasons).write(group(SpecOrder.of(words, SignatureFormat.SPEC)));
    }

    /// The same words as JSON.
    public String json() {
        return Notation.escaped(
                        Json.MAPPER
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(SpecOrder.of(words, SignatureFormat.SPEC)))
                + "\n";
    }

    /// Whether both would be the same file, comments aside.
    public boolean says(Draft other) {
        return words.equals(other.words);
    }

    /// Words and what stands under them; none where that is no group.
    static Map<String, Object> group(@Nullable Object plain) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (plain instanceof Map<?, ?> group) {
            group.forEach((word, value) -> {
                if (value != null) {
                    map.put(String.valueOf(word), value);
                }
            });
        }
        return map;
    }

    private static Map<String, Object> put(
            Map<String, Object> words, List<String> place, @Nullable Object value) {
        Map<String, Object> after = new LinkedHashMap<>(words);
        String word = place.getFirst();
        Object now =
                place.size() == 1
                        ? value
                        : put(group(after.get(word)), place.subList(1, place.size()), value);
        if (now == null) {
            after.remove(word);
        } else {
            after.put(word, now);
        }
        return after;
    }

    /// Plain values without those that are empty in the file, which say nothing.
    private static Map<String, Object> filled(@Nullable Object plain) {
        Map<String, Object> all = group(plain);
        all.replaceAll((word, value) -> full(value));
        return all;
    }

    private static Object full(Object value) {
        return switch (value) {
            case Map<?, ?> map -> filled(map);
            case Collection<?> list -> {
                List<Object> items = new ArrayList<>();
                for (Object item : list) {
                    items.add(item == null ? "" : full(item));
                }
                yield items;
            }
            default -> value;
        };
    }
}
