package dev.vitrine.signature;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// One thing that is wrong, in a sentence that says what to do; the same sentence on every face.
///
/// @param type a stable machine name, pydantic's where it has one (`missing`, `greater_than_equal`,
///   `json_invalid`)
/// @param port the input or output it is about; empty where it is about none
/// @param path where inside the port's value, names and indices, outermost first
/// @param message the sentence
/// @param input the value at fault in plain Java form, shortened where it is long; null where there
///   is none to show
/// @param context the bounds that the sentence names, by pydantic's names (`ge`, `le`, `expected`
///   …); of a mistake in a signature, under [#SIDE], on which side its port stands
public record Problem(
        String type,
        String port,
        List<Object> path,
        String message,
        @Nullable Object input,
        Map<String, Object> context) {
    /// `inputs` or `outputs` in the context of a mistake in a signature, where an input and an
    /// output may have one name.
    public static final String SIDE = "side";

    public Problem {
        path = List.copyOf(path);
        context = Values.ordered(context);
    }

    /// Something wrong with a port's value as a whole.
    public static Problem at(String port, String type, String message) {
        return new Problem(type, port, List.of(), message, null, Map.of());
    }

    /// Something wrong that is about no port.
    public static Problem of(String type, String message) {
        return new Problem(type, "", List.of(), message, null, Map.of());
    }

    public Problem withInput(@Nullable Object value) {
        return new Problem(type, port, path, message, value, context);
    }

    public Problem withContext(Map<String, Object> bounds) {
        return new Problem(type, port, path, message, input, bounds);
    }
}
