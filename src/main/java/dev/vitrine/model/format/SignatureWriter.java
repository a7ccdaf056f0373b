package dev.vitrine.model.format;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.OutputLayout;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Processing;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A signature as the words of `signature.yaml`, in the order of [SignatureFormat]; what the form
/// takes for granted is left out.
public final class SignatureWriter {
    private SignatureWriter() {}

    /// The text of `signature.yaml`; why things were guessed stands in its comments.
    public static String write(Signature signature) {
        return new YamlText(comments(signature)).write(words(signature));
    }

    static Map<String, Object> words(Signature signature) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("vitrine", SignatureFormat.VERSION);
        text(words, "title", signature.title());
        text(words, "summary", signature.summary());
        words.put("task", signature.task());
        if (signature.live()) {
            words.put("live", true);
        }
        if (signature.outputLayout() != OutputLayout.STACK) {
            words.put("outputLayout", signature.outputLayout().word());
        }
        text(words, "licence", signature.licence());
        if (!signature.models().isEmpty()) {
            words.put("models", signature.models());
        }
        words.put("inputs", ports(signature.inputs(), true));
        words.put("outputs", ports(signature.outputs(), false));
        if (!signature.examples().isEmpty()) {
            words.put(
                    "examples",
                    signature.examples().stream().map(SignatureWriter::example).toList());
        }
        return words;
    }

    private static Map<String, Object> ports(List<Port> ports, boolean input) {
        Map<String, Object> all = new LinkedHashMap<>();
        ports.forEach(p -> all.put(p.name(), port(p, input)));
        return all;
    }

    private static Map<String, Object> port(Port port, boolean input) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("kind", port.kind());
        if (!port.label().equals(Port.labelOf(port.name()))) {
            words.put("label", port.label());
        }
        text(words, "help", port.help());
        if (input) {
            if (port.required() != (port.standard() == null)) {
                words.put("required", port.required());
            }
            if (port.standard() != null) {
                words.put("default", port.standard());
            }
        }
        limits(words, port.limits());
        words.putAll(ordered(port.options(), Kinds.of(port).options()));
        text(words, "group", port.group());
        if (port.advanced()) {
            words.put("advanced", true);
        }
        if (port.tensor() != null) {
            words.put("tensor", tensor(port.tensor()));
        }
        return words;
    }

    private static void limits(Map<String, Object> words, Limits limits) {
        limits.min().ifPresent(n -> words.put("min", number(n)));
        limits.max().ifPresent(n -> words.put("max", number(n)));
        limits.step().ifPresent(n -> words.put("step", number(n)));
        limits.minLength().ifPresent(n -> words.put("minLength", n));
        limits.maxLength().ifPresent(n -> words.put("maxLength", n));
        if (limits.pattern() != null) {
            words.put("pattern", limits.pattern());
        }
        if (!limits.choices().isEmpty()) {
            words.put("choices", limits.choices());
        }
        limits.maxPixels().ifPresent(n -> words.put("maxPixels", n));
        limits.maxSeconds().ifPresent(n -> words.put("maxSeconds", number(n)));
    }

    private static Map<String, Object> tensor(Binding binding) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (!binding.network().equals(Signature.MAIN)) {
            words.put("network", binding.network());
        }
        words.put("name", binding.parts().isEmpty() ? binding.name() : parts(binding));
        words.putAll(ordered(binding.processing(), Processing.words()));
        return words;
    }

    private static Map<String, Object> parts(Binding binding) {
        Map<String, Object> parts = new LinkedHashMap<>();
        binding.parts()
                .forEach((part, names) ->
                        parts.put(part, names.size() == 1 ? names.getFirst() : names));
        return parts;
    }

    private static Map<String, Object> example(Example example) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", example.name());
        if (!example.inputs().isEmpty()) {
            words.put("inputs", example.inputs());
        }
        if (!example.expect().isEmpty()) {
            words.put("expect", example.expect());
        }
        if (example.tolerance() != Example.TOLERANCE) {
            words.put("tolerance", example.tolerance());
        }
        return words;
    }

    /// The same words in the order of their table, so that one signature is always one text.
    private static Map<String, Object> ordered(Map<String, Object> words, ObjectNode table) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String word : table.propertyNames()) {
            Object value = words.get(word);
            if (value != null) {
                ordered.put(word, value);
            }
        }
        words.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /// Bounds are doubles; whole ones are written as people write them.
    private static Object number(double n) {
        return n == Math.rint(n) && Math.abs(n) < 1L << 53 && !(n == 0 && 1 / n < 0)
                ? (Object) (long) n
                : (Object) n;
    }

    private static void text(Map<String, Object> words, String word, String text) {
        if (!text.isEmpty()) {
            words.put(word, text);
        }
    }

    /// The sentences that say why ports were guessed so, by the words that lead to each.
    static Map<List<String>, String> comments(Signature signature) {
        Map<List<String>, String> all = new LinkedHashMap<>();
        all.put(List.of(), signature.because());
        signature.inputs().forEach(p -> all.put(List.of("inputs", p.name()), p.because()));
        signature.outputs().forEach(p -> all.put(List.of("outputs", p.name()), p.because()));
        all.values().removeIf(String::isEmpty);
        return all;
    }

    static List<String> path(List<String> parent, String word) {
        List<String> path = new ArrayList<>(parent);
        path.add(word);
        return path;
    }
}
