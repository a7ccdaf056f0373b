package dev.vitrine.model.format;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Makes ports of the words under `inputs` and `outputs`, which have passed their [Spec].
///
/// @param folder where files with values are
/// @param found takes a word and a sentence where something is wrong under it
record PortReader(Folder folder, BiConsumer<String, String> found) {
    Port read(String name, Located node) {
        Words words = Words.of(node);
        Port bare = Port.of(name, words.text("kind", ""));
        Object standard = words.all().get("default");
        return new Port(
                name,
                bare.kind(),
                words.text("label", bare.label()),
                words.text("help", ""),
                words.flag("required", standard == null),
                standard,
                limits(words),
                words.text("group", ""),
                words.flag("advanced", false),
                options(bare, words),
                binding(words),
                "");
    }

    private static Limits limits(Words words) {
        Limits limits =
                Limits.NONE
                        .withRange(words.number("min"), words.number("max"), words.number("step"))
                        .withLength(words.count("minLength"), words.count("maxLength"))
                        .withChoices(words.list("choices"));
        String pattern = words.text("pattern");
        Limits shaped = pattern == null ? limits : limits.withPattern(pattern);
        Limits small =
                words.count("maxPixels").isPresent()
                        ? shaped.withMaxPixels(words.count("maxPixels").getAsLong())
                        : shaped;
        return words.number("maxSeconds").isPresent()
                ? small.withMaxSeconds(words.number("maxSeconds").getAsDouble())
                : small;
    }

    private Map<String, Object> options(Port port, Words words) {
        Kind<?> kind = Kinds.of(port);
        List<String> fileWords = SignatureFormat.fileWords(kind);
        Map<String, Object> options = new LinkedHashMap<>();
        for (String word : kind.options().propertyNames()) {
            Object value = words.all().get(word);
            if (value instanceof String file && fileWords.contains(word)) {
                options.put(word, lines(word, file));
            } else if (value != null) {
                options.put(word, value);
            }
        }
        return options;
    }

    private List<String> lines(String word, String file) {
        try {
            return folder.lines(file);
        } catch (ProblemException e) {
            found.accept(word, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static @Nullable Binding binding(Words words) {
        if (!(words.all().get("tensor") instanceof Map<?, ?> group)) {
            return null;
        }
        Words tensor = new Words(Words.group(group));
        Map<String, Object> processing = new LinkedHashMap<>();
        tensor.all()
                .forEach((word, value) -> {
                    if (value != null && !word.equals("network") && !word.equals("name")) {
                        processing.put(word, value);
                    }
                });
        return new Binding(
                tensor.text("network", Signature.MAIN),
                tensor.text("name", ""),
                parts(tensor),
                processing);
    }

    private static Map<String, List<String>> parts(Words tensor) {
        Words names = new Words(Words.group(tensor.all().get("name")));
        Map<String, List<String>> parts = new LinkedHashMap<>();
        names.all()
                .forEach((part, name) ->
                        parts.put(
                                part,
                                name instanceof String one
                                        ? List.of(one)
                                        : names.list(part).stream().map(String::valueOf).toList()));
        return parts;
    }
}
