package dev.vitrine.onnx;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes examples of the [Sample]s beside a model, where they fill the ports that were guessed.
final class Samples {
    /// Elements beyond which a tensor is better kept in a file.
    private static final int MOST_ELEMENTS = 4096;

    /// Files that an image reads.
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|tiff?|bmp|gif|webp)");

    private static final Pattern TENSOR = Pattern.compile(".*\\.(npy|npz|pb)");

    private final List<Port> inputs;
    private final Beside beside;

    private Samples(List<Port> inputs, Beside beside) {
        this.inputs = inputs;
        this.beside = beside;
    }

    /// The examples; a sample that does not fit is passed over with a reason.
    static List<Example> examples(List<Sample> samples, List<Port> inputs, Beside beside) {
        Samples all = new Samples(inputs, beside);
        return samples.stream().flatMap(s -> all.example(s).stream()).toList();
    }

    private Optional<Example> example(Sample sample) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : inputs) {
            Optional<Object> value = value(port, sample);
            if (value.isEmpty() && port.required()) {
                if (!sample.hasFiles()) {
                    beside.passOver(
                            sample.where(),
                            "it has nothing that fits '%s'".formatted(port.label()));
                }
                return Optional.empty();
            }
            value.ifPresent(v -> values.put(port.name(), v));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Example(sample.name(), values, Map.of(), Example.TOLERANCE));
    }

    private Optional<Object> value(Port port, Sample sample) {
        Binding binding = port.tensor();
        Object given = binding == null ? null : sample.byTensor().get(binding.name());
        if (binding == null || given == null) {
            return Optional.empty();
        }
        boolean medium = port.kind().equals("image") || port.kind().equals("tensor");
        if (medium && given instanceof String file) {
            boolean fits =
                    (port.kind().equals("image") ? PICTURE : TENSOR)
                            .matcher(file.toLowerCase(Locale.ROOT))
                            .matches();
            return fits && beside.has(file) ? Optional.of(file) : Optional.empty();
        }
        if (size(given) > MOST_ELEMENTS) {
            return Optional.empty();
        }
        Object plain = port.kind().equals("tensor") ? given : element(binding, given);
        return plain != null && isFit(port, plain) ? Optional.of(plain) : Optional.empty();
    }

    /// The element that a port stands for.
    private static Object element(Binding binding, Object given) {
        List<Object> flat = new ArrayList<>();
        flatten(given, flat);
        int index = binding.step("index", Number.class).map(Number::intValue).orElse(0);
        return index < flat.size() ? flat.get(index) : List.of();
    }

    private static int size(Object value) {
        return value instanceof List<?> list ? list.stream().mapToInt(Samples::size).sum() : 1;
    }

    private static void flatten(Object value, List<Object> flat) {
        if (value instanceof List<?> list) {
            list.forEach(v -> flatten(v, flat));
        } else {
            flat.add(value);
        }
    }

    /// Whether a port takes a value in plain Java form.
    static boolean isFit(Port port, Object value) {
        try {
            Object decoded = Kinds.of(port).decode(port, new Raw.Json(Json.of(value)));
            return Kinds.check(port, decoded).isEmpty();
        } catch (ProblemException e) {
            return false;
        }
    }
}
