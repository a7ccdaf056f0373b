package dev.vitrine;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.range.Range;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.kind.vector.Vector;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a run of a demo was given: a checked value for each input that was given or has a default.
public final class Inputs {
    private final Signature signature;
    private final Values values;

    Inputs(Signature signature, Values values) {
        this.signature = signature;
        this.values = values;
    }

    /// An input of kind `text`.
    public String text(String name) {
        return get(name, String.class);
    }

    /// An input of kind `number` or `slider`.
    public double number(String name) {
        return get(name, Double.class);
    }

    /// An input of kind `range`.
    public Range range(String name) {
        return get(name, Range.class);
    }

    /// An input of kind `colour`, such as `#1f6feb`.
    public String colour(String name) {
        return get(name, String.class);
    }

    /// An input of kind `tags`, in the order in which they were chosen.
    public List<String> tags(String name) {
        return get(name, Tags.class).all();
    }

    /// An input of kind `datetime` whose format is `date`.
    public LocalDate date(String name) {
        return get(name, LocalDate.class);
    }

    /// An input of kind `datetime` whose format is `date-time`, or none.
    public OffsetDateTime dateTime(String name) {
        return get(name, OffsetDateTime.class);
    }

    /// An input of kind `datetime` whose format is `time`.
    public LocalTime time(String name) {
        return get(name, LocalTime.class);
    }

    /// An input of kind `vector`, the caller's own.
    public double[] vector(String name) {
        return get(name, Vector.class).toArray();
    }

    /// An input of kind `toggle`.
    public boolean toggle(String name) {
        return get(name, Boolean.class);
    }

    /// An input of kind `image`.
    public Picture image(String name) {
        return get(name, Picture.class);
    }

    /// An input of any kind, by its kind's Java type.
    ///
    /// @throws ProblemException where there is none, or it is of another type
    public <T> T get(String name, Class<T> type) {
        return find(name, type)
                .orElseThrow(() ->
                        wrong(
                                "The demo needs its input '%s', which was not given; declare it as required or ask with find."
                                        .formatted(name)));
    }

    /// An input that may have been left out.
    ///
    /// @throws ProblemException where there is no such input, or it is of another type
    public <T> Optional<T> find(String name, Class<T> type) {
        if (signature.input(name).isEmpty()) {
            throw wrong(
                    "The demo asks for an input '%s' that it does not declare; its inputs are %s."
                            .formatted(
                                    name,
                                    signature.inputs().stream()
                                            .map(Port::name)
                                            .collect(Collectors.joining(", "))));
        }
        Optional<Object> value = values.find(name);
        value.filter(v -> !type.isInstance(v))
                .ifPresent(v -> {
                    throw wrong(
                            "The demo asks for its input '%s' as a %s, but it is a %s."
                                    .formatted(
                                            name,
                                            type.getSimpleName(),
                                            v.getClass().getSimpleName()));
                });
        return value.map(type::cast);
    }

    private static ProblemException wrong(String sentence) {
        return ProblemException.run(sentence, null);
    }
}
