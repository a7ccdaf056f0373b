package dev.vitrine.onnx;

import dev.vitrine.kind.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A list of class names.
///
/// @param where where they stand, as a sentence says it after "named"
/// @param names the names, in the order of the network's classes
record ClassNames(String where, List<String> names) {
    /// `n01440764 tench, Tinca tinca`: ImageNet's lists put WordNet's number in front.
    private static final Pattern WORDNET = Pattern.compile("^n\\d{8}[ ,\\t]\\s*");

    /// `0 cat`, `0: cat`, `0,cat`: lists that count their lines.
    private static final Pattern COUNTED = Pattern.compile("^(\\d+)\\s*[ :,\\t]\\s*(.+)$");

    /// One member of a list or dictionary as Python prints it, such as `0: 'person'`.
    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?:(\\d{1,9})\\s*:\\s*)?(?:'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\")");

    ClassNames {
        names = List.copyOf(names);
    }

    /// Names in a file, one on each line.
    static Optional<ClassNames> ofLines(String fileName, String text) {
        List<String> lines = text.replaceFirst("^\\uFEFF", "").stripTrailing().lines().toList();
        return lines.isEmpty() || lines.stream().allMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(
                        new ClassNames(
                                "in the file %s beside it".formatted(fileName),
                                uncounted(lines).stream()
                                        .map(l -> WORDNET.matcher(l).replaceFirst("").strip())
                                        .toList()));
    }

    /// Names in a metadata property: JSON, a list or dictionary as Python prints it, or lines. One
    /// alone is more likely something else.
    static Optional<ClassNames> ofProperty(String property, String text) {
        List<String> names = isMembers(text) ? members(text) : plain(text);
        return names.size() < 2 ? Optional.empty() : Optional.of(of(property, names));
    }

    /// Names in a metadata property that is known to hold a list or dictionary of them.
    static Optional<ClassNames> ofMembers(String property, String text) {
        List<String> names = isMembers(text) ? members(text) : List.of();
        return names.isEmpty() ? Optional.empty() : Optional.of(of(property, names));
    }

    private static ClassNames of(String property, List<String> names) {
        return new ClassNames("in the file's metadata (%s)".formatted(property), names);
    }

    private static boolean isMembers(String text) {
        return text.strip().startsWith("[") || text.strip().startsWith("{");
    }

    private static List<String> members(String text) {
        return json(text).or(() -> python(text.strip())).orElse(List.of());
    }

    private static List<String> uncounted(List<String> lines) {
        List<MatchResult> counted =
                IntStream.range(0, lines.size())
                        .mapToObj(i -> COUNTED.matcher(lines.get(i)).results().findFirst())
                        .flatMap(Optional::stream)
                        .toList();
        boolean all =
                counted.size() == lines.size()
                        && IntStream.range(0, lines.size())
                                .allMatch(i -> counted.get(i).group(1).equals(String.valueOf(i)));
        return all ? counted.stream().map(m -> m.group(2)).toList() : lines;
    }

    private static Optional<List<String>> json(String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
                return Optional.of(node.valueStream().map(n -> n.asString("")).toList());
            }
            if (node.isObject()) {
                TreeMap<Long, String> byNumber = new TreeMap<>();
                node.properties()
                        .forEach(e ->
                                byNumber.put(
                                        Long.parseLong(e.getKey()), e.getValue().asString("")));
                return inOrder(byNumber);
            }
            return Optional.empty();
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> python(String text) {
        List<MatchResult> members = PYTHON.matcher(text).results().toList();
        boolean dictionary = text.startsWith("{");
        if (members.stream().anyMatch(m -> dictionary == (m.group(1) == null))) {
            return Optional.empty();
        }
        TreeMap<Long, String> byNumber = new TreeMap<>();
        for (MatchResult m : members) {
            String name = m.group(2) == null ? m.group(3) : m.group(2);
            long number = dictionary ? Long.parseLong(m.group(1)) : byNumber.size();
            byNumber.put(number, name.replaceAll("\\\\(.)", "$1"));
        }
        return inOrder(byNumber);
    }

    /// The values where the keys count from 0 without a gap.
    private static Optional<List<String>> inOrder(TreeMap<Long, String> byNumber) {
        return byNumber.isEmpty()
                        || byNumber.lastKey() != byNumber.size() - 1
                        || byNumber.firstKey() != 0
                ? Optional.empty()
                : Optional.of(List.copyOf(byNumber.values()));
    }

    private static List<String> plain(String text) {
        return text.contains("\n")
                ? text.strip().lines().map(String::strip).toList()
                : List.of(text.strip().split("\\s*,\\s*"));
    }
}
