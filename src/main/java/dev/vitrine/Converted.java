package dev.vitrine;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a demo's author writes, as the rest of the program has it.
final class Converted {
    private Converted() {}

    /// What a function gives, as values of its outputs. What is no value of an output stays as it
    /// is, for the one check of outputs to name; null is as good as nothing.
    ///
    /// @throws ProblemException where plain Java form is no JSON of the output's kind
    static Values outputs(Signature signature, @Nullable Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                if (value != null) {
                    Optional<Port> port = signature.output(name);
                    values.put(name, port.map(p -> value(p, value)).orElse(value));
                }
            });
        }
        return new Values(values);
    }

    /// A value in JSON's plain Java form, as signatures hold it.
    ///
    /// @throws ProblemException where it is the path of a file that cannot be read
    static Object plain(Port port, Object value) {
        Object own = value instanceof Path file ? read(port, file) : value;
        if (isPlain(own)) {
            return orElse(Json.plain(Json.of(own)), own);
        }
        return Kinds.of(port).type().isInstance(own)
                ? orElse(Json.plain(Kinds.encode(port, own)), own)
                : own;
    }

    private static Object value(Port port, Object value) {
        Kind<?> kind = Kinds.of(port);
        if (kind.type().isInstance(value) || !isPlain(value)) {
            return value;
        }
        try {
            return kind.decode(port, new Raw.Json(Json.of(value)));
        } catch (ProblemException e) {
            throw new ProblemException(
                    ProblemException.Fault.RUN,
                    e.problems().stream().map(p -> ofOutput(port, p)).toList(),
                    e);
        }
    }

    private static Problem ofOutput(Port port, Problem problem) {
        return Problem.at(
                port.name(),
                problem.type(),
                "The model's output does not fit: " + problem.message());
    }

    private static Object read(Port port, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Kinds.of(port)
                    .decode(port, new Raw.Upload(bytes, String.valueOf(file.getFileName()), null));
        } catch (IOException e) {
            throw ProblemException.model(
                    "The file '%s' of an example cannot be read; check its path.".formatted(file));
        }
    }

    private static Object orElse(@Nullable Object value, Object other) {
        return value == null ? other : value;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof List<?>
                || value instanceof Map<?, ?>;
    }
}
