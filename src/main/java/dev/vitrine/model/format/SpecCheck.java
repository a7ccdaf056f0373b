package dev.vitrine.model.format;

import dev.vitrine.model.format.Located.Entry;
import dev.vitrine.model.format.Located.Group;
import dev.vitrine.model.format.Located.Leaf;
import dev.vitrine.model.format.Located.Row;
import dev.vitrine.model.format.Spec.Field;
import dev.vitrine.signature.Nearest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds a file against a [Spec] and says, for each misfit, the line, the word and what is allowed.
final class SpecCheck {
    private final List<Finding> findings = new ArrayList<>();

    private SpecCheck() {}

    /// Everything wrong; empty where the file fits.
    ///
    /// @param file what the file holds
    /// @param spec what it may hold
    /// @param name what the file as a whole is in a sentence
    static List<Finding> check(Located file, Spec spec, String name) {
        SpecCheck check = new SpecCheck();
        check.visit(file, spec, name);
        return check.findings;
    }

    private void visit(Located node, Spec spec, String name) {
        switch (spec) {
            case Spec.Any ignored -> {}
            case Spec.Text text -> text(node, text, name);
            case Spec.Number number -> {
                if (!fits(number, node.plain())) {
                    wrong(node, spec, name);
                }
            }
            case Spec.Truth ignored -> {
                if (!(node.plain() instanceof Boolean)) {
                    wrong(node, spec, name);
                }
            }
            case Spec.OneOf oneOf -> oneOf(node, oneOf, name);
            case Spec.Items items -> items(node, items, name);
            case Spec.Named named -> named(node, named, name);
            case Spec.Fields fields -> fields(node, fields, name);
            case Spec.ByWord byWord -> byWord(node, byWord, name);
            case Spec.Either either -> either(node, either, name);
            case Spec.Shared shared -> visit(node, shared.spec(), name);
        }
    }

    private void text(Located node, Spec.Text spec, String name) {
        String pattern = spec.pattern();
        if (!(node.plain() instanceof String value)) {
            wrong(node, spec, name);
        } else if (value.codePointCount(0, value.length()) < spec.least()
                || pattern != null && !Pattern.compile(pattern).matcher(value).find()) {
            wrong(node, spec, name);
        }
    }

    private static boolean fits(Spec.Number spec, @Nullable Object value) {
        return value instanceof Number n
                && (!spec.whole() || n.doubleValue() == Math.rint(n.doubleValue()))
                && n.doubleValue() >= spec.least().orElse(Double.NEGATIVE_INFINITY)
                && n.doubleValue() > spec.above().orElse(Double.NEGATIVE_INFINITY)
                && n.doubleValue() <= spec.most().orElse(Double.POSITIVE_INFINITY);
    }

    private void oneOf(Located node, Spec.OneOf spec, String name) {
        if (spec.values().stream().noneMatch(v -> same(v, node.plain()))) {
            List<String> words = spec.values().stream().map(String::valueOf).toList();
            String hint =
                    node.plain() instanceof String given
                            ? Nearest.of(given, words)
                                    .map("; did you mean '%s'"::formatted)
                                    .orElse("")
                            : "";
            add(
                    node.line(),
                    "%s is %s%s%s must be %s."
                            .formatted(
                                    name,
                                    Shown.of(node.plain()),
                                    hint,
                                    hint.isEmpty() ? "; it" : "? It",
                                    spec.allowed()));
        }
    }

    private static boolean same(Object allowed, @Nullable Object given) {
        return allowed instanceof Number a && given instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : allowed.equals(given);
    }

    private void items(Located node, Spec.Items spec, String name) {
        if (!(node instanceof Row(int line, List<Located> items))) {
            wrong(node, spec, name);
            return;
        }
        if (items.size() < spec.least() || items.size() > spec.most()) {
            add(line, "%s holds %s; it must be %s.".formatted(name, items.size(), spec.allowed()));
        }
        for (int i = 0; i < items.size(); i++) {
            visit(items.get(i), spec.item(), "item %s of %s".formatted(i + 1, name));
        }
    }

    private void named(Located node, Spec.Named spec, String name) {
        if (!(node instanceof Group(int line, Map<String, Entry> entries))) {
            wrong(node, spec, name);
            return;
        }
        if (entries.size() < spec.least()) {
            add(line, "%s is empty; name at least %s.".formatted(name, spec.least()));
        }
        entries.forEach((word, entry) -> {
            text(
                    new Leaf(entry.line(), word),
                    spec.name(),
                    "The name of %s, '%s',".formatted(spec.noun(), Shown.cut(word)));
            visit(entry.value(), spec.value(), quoted(word));
        });
    }

    private void fields(Located node, Spec.Fields spec, String name) {
        if (!(node instanceof Group(int line, Map<String, Entry> entries))) {
            wrong(node, spec, name);
            return;
        }
        spec.words()
                .forEach((word, field) -> {
                    if (field.required()
                            && !entries.containsKey(word)
                            && !isMistyped(word, entries, spec.words().keySet())) {
                        add(line, missing(spec.noun(), word, field.spec()));
                    }
                });
        entries.forEach((word, entry) -> {
            Field field = spec.words().get(word);
            if (field == null) {
                add(entry.line(), unknown(spec, word));
            } else {
                visit(entry.value(), field.spec(), quoted(word));
            }
        });
    }

    private void byWord(Located node, Spec.ByWord spec, String name) {
        if (!(node instanceof Group(int line, Map<String, Entry> entries))) {
            wrong(node, spec, name);
            return;
        }
        Spec values = new Spec.OneOf(List.copyOf(spec.byValue().keySet()));
        Entry deciding = entries.get(spec.word());
        if (deciding == null) {
            Set<String> known = spec.byValue().values().iterator().next().words().keySet();
            if (!isMistyped(spec.word(), entries, known)) {
                add(line, missing(spec.noun(), spec.word(), values));
            }
            unknownInAll(spec, entries);
        } else if (deciding.value().plain() instanceof String value
                && spec.byValue().get(value) instanceof Spec.Fields fields) {
            fields(node, fields, name);
        } else {
            visit(deciding.value(), values, quoted(spec.word()));
            unknownInAll(spec, entries);
        }
    }

    /// Whether a word that is missing is there with a slip; that it is unknown then says it all.
    private static boolean isMistyped(
            String missing, Map<String, Entry> entries, Set<String> known) {
        return entries.keySet().stream()
                .filter(word -> !known.contains(word))
                .anyMatch(word -> Nearest.of(word, known).filter(missing::equals).isPresent());
    }

    /// Words that no value of the deciding word would allow, said where that word is itself wrong:
    /// one of them is often the mistyped one.
    private void unknownInAll(Spec.ByWord spec, Map<String, Entry> entries) {
        entries.forEach((word, entry) -> {
            if (spec.byValue().values().stream().noneMatch(f -> f.words().containsKey(word))) {
                Spec.Fields first = spec.byValue().values().iterator().next();
                add(entry.line(), unknown(new Spec.Fields(spec.noun(), first.words()), word));
            }
        });
    }

    private void either(Located node, Spec.Either spec, String name) {
        if (spec.forms().stream().anyMatch(form -> check(node, form, name).isEmpty())) {
            return;
        }
        List<Spec> alike = spec.forms().stream().filter(form -> isAlike(node, form)).toList();
        if (alike.size() == 1 && !(node instanceof Leaf)) {
            visit(node, alike.getFirst(), name);
        } else {
            wrong(node, spec, name);
        }
    }

    /// Whether a node is a list where a list is asked for, or a group where a group is.
    private static boolean isAlike(Located node, Spec form) {
        return switch (form) {
            case Spec.Items ignored -> node instanceof Row;
            case Spec.Named ignored -> node instanceof Group;
            case Spec.Fields ignored -> node instanceof Group;
            case Spec.ByWord ignored -> node instanceof Group;
            case Spec.Shared shared -> isAlike(node, shared.spec());
            default -> node instanceof Leaf;
        };
    }

    private static String missing(String noun, String word, Spec spec) {
        return "%s needs the word '%s'; add it, it is %s."
                .formatted(capital(noun), word, spec.allowed());
    }

    private static String unknown(Spec.Fields spec, String word) {
        String all = String.join(", ", spec.words().keySet());
        return Nearest.of(word, spec.words().keySet())
                .map(near ->
                        "'%s' is no word of %s; did you mean '%s'? Its words are %s."
                                .formatted(Shown.cut(word), spec.noun(), near, all))
                .orElseGet(() ->
                        "'%s' is no word of %s; use %s."
                                .formatted(Shown.cut(word), spec.noun(), all));
    }

    private void wrong(Located node, Spec spec, String name) {
        String quotes =
                spec instanceof Spec.Text
                                && (node.plain() instanceof Number
                                        || node.plain() instanceof Boolean)
                        ? "; put it in quotes"
                        : "";
        add(
                node.line(),
                "%s is %s, but must be %s%s."
                        .formatted(capital(name), Shown.of(node.plain()), spec.allowed(), quotes));
    }

    private void add(int line, String message) {
        findings.add(new Finding(line, capital(message)));
    }

    private static String quoted(String word) {
        return "'" + Shown.cut(word) + "'";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
