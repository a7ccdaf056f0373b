package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call of a model as a person types it in a shell.
public final class Curl {
    private Curl() {}

    /// The command that runs a model with an example's inputs over the endpoint: a form with one
    /// field per input, files by their names in the model's folder.
    ///
    /// @param example whose inputs; nothing for the defaults and the kinds' own examples
    public static String command(Model model, URI endpoint, Optional<Example> example) {
        List<String> words = new ArrayList<>();
        for (Port port : model.signature().inputs()) {
            field(port, example.map(e -> e.inputs().get(port.name())).orElse(null))
                    .ifPresent(value -> words.add("-F " + quoted(port.name() + "=" + value)));
        }
        String target = quoted(endpoint.resolve(new Operation(model).path()).toString());
        return words.isEmpty()
                ? "curl -X POST " + target
                : "curl %s \\\n     %s".formatted(String.join(" \\\n     ", words), target);
    }

    private static Optional<String> field(Port port, @Nullable Object given) {
        if (MediaPorts.isMedia(port)) {
            String path = given instanceof String text && !text.startsWith("data:") ? text : "";
            return given == null && !port.required()
                    ? Optional.empty()
                    : Optional.of("@" + (path.isEmpty() ? port.name() + extension(port) : path));
        }
        if (given == null && !port.required()) {
            return Optional.empty();
        }
        return Optional.of(text(port, given));
    }

    /// A value in the form that a form field takes: text as it is, anything else as JSON.
    private static String text(Port port, @Nullable Object given) {
        JsonNode json = given == null ? sample(Kinds.of(port), port) : Json.of(given);
        return json.isString() ? json.stringValue() : json.toString();
    }

    private static <T> JsonNode sample(Kind<T> kind, Port port) {
        return kind.encode(port, kind.example(port));
    }

    private static String extension(Port port) {
        return MediaPorts.type(port).map(type -> "." + type.replaceAll(".*/(x-)?", "")).orElse("");
    }

    /// A word as a POSIX shell reads it.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
