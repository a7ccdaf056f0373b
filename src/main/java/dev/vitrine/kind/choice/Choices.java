package dev.vitrine.kind.choice;

import dev.vitrine.signature.Nearest;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The values that a port offers, and what each is called.
///
/// @param values the values in declared order: `String`, `Boolean`, `Long` or `Double`
/// @param names the names that a person reads, one for each value; empty where values are their own
///   names
public record Choices(List<Object> values, List<String> names) {
    /// How many a sentence lists.
    private static final int FEW = 10;

    /// A longer text is no slip of a choice, and would fill the sentence.
    private static final int SHOWN = 60;

    public Choices {
        values = List.copyOf(values);
        names = List.copyOf(names);
    }

    /// What a port declares as `choices` and `names`.
    public static Choices of(Port port) {
        List<?> names = port.option("names", List.class).orElse(List.of());
        return new Choices(port.limits().choices(), names.stream().map(String::valueOf).toList());
    }

    /// What a person reads in place of a value.
    public String name(Object value) {
        return IntStream.range(0, Math.min(names.size(), values.size()))
                .filter(i -> same(values.get(i), value))
                .mapToObj(names::get)
                .findFirst()
                .orElseGet(() -> written(value));
    }

    /// What a person reads in place of each value, in their order.
    public List<String> allNames() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> i < names.size() ? names.get(i) : written(values.get(i)))
                .toList();
    }

    /// The first value that stands there before already, so that nobody could tell them apart.
    Optional<Object> twice() {
        Set<Object> seen = new HashSet<>();
        return first(value -> !seen.add(identity(value)));
    }

    /// The choice that equals a value, numbers by what they amount to.
    public Optional<Object> find(Object value) {
        return first(choice -> same(choice, value));
    }

    /// The choice that a typed text means: exactly, else in another case, else as a number, else by
    /// its name.
    public Optional<Object> parse(String text) {
        String word = text.strip();
        return first(choice -> written(choice).equals(text))
                .or(() -> first(choice -> written(choice).equalsIgnoreCase(word)))
                .or(() -> number(word).flatMap(n -> first(choice -> same(choice, n))))
                .or(() -> first(choice -> name(choice).equalsIgnoreCase(word)));
    }

    /// Why a value is none of them.
    Problem refusal(Port port, Object value) {
        return refusal(port, "is", value);
    }

    /// Why a value is none of them.
    ///
    /// @param has what the port and the value have to do with each other, such as `is`
    public Problem refusal(Port port, String has, Object value) {
        List<String> all = values.stream().map(Choices::written).toList();
        String given = written(value);
        String listed =
                all.size() <= FEW
                        ? String.join(", ", all)
                        : "one such as " + String.join(", ", all.subList(0, FEW));
        String advice =
                Nearest.of(given, all)
                        .map(near ->
                                "did you mean '%s'? The choices are %s.".formatted(near, listed))
                        .orElse("use %s.".formatted(listed));
        return Problem.at(
                        port.name(),
                        "literal_error",
                        "'%s' %s '%s', which is none of its choices; %s"
                                .formatted(port.label(), has, cut(given), advice))
                .withInput(value)
                .withContext(Map.of("expected", listed));
    }

    /// A value as it is typed: text without quotation marks, whole numbers without a fraction.
    static String written(Object value) {
        return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
                ? Long.toString(d.longValue())
                : String.valueOf(value);
    }

    /// Whether two values are one choice.
    static boolean same(Object a, Object b) {
        if (a instanceof Number && b instanceof Number) {
            Optional<BigDecimal> left = number(a.toString());
            Optional<BigDecimal> right = number(b.toString());
            return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
        }
        return a.equals(b);
    }

    /// What is equal for two values that are [#same].
    private static Object identity(Object value) {
        return value instanceof Number
                ? number(value.toString())
                        .<Object>map(BigDecimal::stripTrailingZeros)
                        .orElseGet(Object::new)
                : value;
    }

    private Optional<Object> first(Predicate<Object> condition) {
        return values.stream().filter(condition).findFirst();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > SHOWN ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
