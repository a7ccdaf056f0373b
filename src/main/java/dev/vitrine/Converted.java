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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a demo's author writes, as the rest of the program has it.
final class Converted {
    private Converted() {}

    /// What a function gives, as values of its outputs; null is as good as nothing.
    ///
    /// @throws ProblemException where something in it is no value of an output
    static Values outputs(Signature signature, @Nullable Map<String, ?> given) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, ?> all = given == null ? Map.of() : given;
        all.forEach((name, value) -> {
            Port port = signature.output(name).orElse(null);
            if (port == null) {
                problems.add(unknown(signature, name));
            } else if (value != null) {
                try {
                    Object own = value(port, value);
                    Kinds.check(port, own).forEach(p -> problems.add(ofOutput(port, p)));
                    values.put(name, own);
                } catch (ProblemException e) {
                    e.problems().forEach(p -> problems.add(ofOutput(port, p)));
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Fault.RUN, problems, null);
        }
        return new Values(values);
    }

    /// A value in JSON's plain Java form, as signatures hold it.
    ///
    /// @throws ProblemException where it is the path of a file that cannot be read
    static Object plain(Port port, Object value) {
        Object own = files(port, value).<Object>map(files -> read(port, files)).orElse(value);
        if (isPlain(own)) {
            return orElse(Json.plain(Json.of(own)), own);
        }
        return Kinds.of(port).type().isInstance(own)
                ? orElse(Json.plain(Kinds.encode(port, own)), own)
                : own;
    }

    private static Object value(Port port, Object value) {
        Kind<?> kind = Kinds.of(port);
        return kind.type().isInstance(value) || !isPlain(value)
                ? value
                : kind.decode(port, new Raw.Json(Json.of(value)));
    }

    private static Problem unknown(Signature signature, @Nullable String name) {
        return Problem.of(
                "extra_forbidden",
                "The model gave '%s', which is none of its outputs; they are %s."
                        .formatted(
                                name,
                                signature.outputs().stream()
                                        .map(Port::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static Problem ofOutput(Port port, Problem problem) {
        return Problem.at(
                port.name(),
                problem.type(),
                "The model's output does not fit: " + problem.message());
    }

    /// The files that a value names: one, or several where the kind takes them.
    private static Optional<List<Path>> files(Port port, Object value) {
        return switch (value) {
            case Path file -> Optional.of(List.of(file));
            case List<?> all
                    when !all.isEmpty()
                            && Kinds.of(port).takesSeveral()
                            && all.stream().allMatch(Path.class::isInstance) ->
                    Optional.of(all.stream().map(Path.class::cast).toList());
            default -> Optional.empty();
        };
    }

    private static Object read(Port port, List<Path> files) {
        Kind<?> kind = Kinds.of(port);
        List<Raw> uploads = files.stream().map(file -> upload(port, file)).toList();
        return kind.decode(port, uploads.size() == 1 ? uploads.getFirst() : kind.together(uploads));
    }

    private static Raw upload(Port port, Path file) {
        if (Files.isDirectory(file)) {
            return Kinds.of(port)
                    .folder(port, file)
                    .orElseThrow(() ->
                            ProblemException.model(
                                    "'%s' of an example is a folder; name a file in it."
                                            .formatted(file)));
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Raw.Upload(bytes, String.valueOf(file.getFileName()), null);
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
