package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Secrets;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One call of a model over the endpoint, before a [Language] has been chosen for it: where it
/// goes, and what it says for each input.
///
/// @param target the address of the model's `predict`
/// @param model the model's id
/// @param inputs in the order of the signature; those that are left to their defaults are missing
public record Call(URI target, String model, List<Input> inputs) {
    /// Values of more bytes stand in a file, so that code stays code.
    private static final long MOST_BYTES = 4 << 10;

    public Call {
        inputs = List.copyOf(inputs);
    }

    /// What a call says for one input.
    public sealed interface Input {
        String port();
    }

    /// A value written into the code.
    public record Literal(String port, JsonNode value) implements Input {}

    /// A file whose bytes are the value, such as a picture; JSON carries them as base64.
    ///
    /// @param head what stands before the base64, where JSON needs a data URI with a name
    public record Media(String port, String path, String head) implements Input {}

    /// A file that holds the value's JSON.
    public record JsonFile(String port, String path) implements Input {}

    /// The call that gives a model these inputs.
    ///
    /// An input that is a file has the path that the example gives it, from the model's folder, or
    /// else is called after its port. A required input without a value gets the kind's own example.
    ///
    /// @param endpoint the address of the endpoint
    /// @param example the example that the inputs are; nothing where they are none
    public static Call of(Model model, URI endpoint, Values inputs, Optional<Example> example) {
        List<Input> all = new ArrayList<>();
        for (Port port : model.signature().inputs()) {
            Object value = inputs.find(port.name()).orElse(null);
            if (value != null || port.required()) {
                Object declared = example.map(e -> e.inputs().get(port.name())).orElse(null);
                all.add(input(port, value, declared));
            }
        }
        return new Call(endpoint.resolve(new Operation(model).path()), model.id(), all);
    }

    /// Names of files that the inputs have to be saved under first.
    public List<String> files() {
        List<String> files = new ArrayList<>();
        for (Input input : inputs) {
            switch (input) {
                case Media media -> files.add(media.path());
                case JsonFile file -> files.add(file.path());
                case Literal literal -> {}
            }
        }
        return files;
    }

    private static Input input(Port port, @Nullable Object value, @Nullable Object declared) {
        if (MediaPorts.isBase64(port)) {
            String path = fileName(port, value, declared);
            String head = value instanceof Attachment file ? file.uriHead() : "";
            return new Media(port.name(), path, head);
        }
        if (value == null || Secrets.isSecret(port)) {
            return new Literal(port.name(), sample(Kinds.of(port), port));
        }
        boolean large = MediaPorts.isMedia(port) && Kinds.weight(port, value) > MOST_BYTES;
        return large
                ? new JsonFile(port.name(), port.name() + ".json")
                : new Literal(port.name(), Kinds.encode(port, value));
    }

    private static <T> JsonNode sample(Kind<T> kind, Port port) {
        return kind.encode(port, kind.example(port));
    }

    private static String fileName(Port port, @Nullable Object value, @Nullable Object declared) {
        if (declared instanceof String path && !path.startsWith("data:")) {
            return path;
        }
        return value instanceof Attachment file
                ? file.name()
                : port.name() + MediaPorts.extension(port).map("."::concat).orElse("");
    }

    /// A text as JSON writes it, with what nobody can see or copy written as escapes.
    static String quoted(String text) {
        return escaped(Json.of(text).toString());
    }

    /// JSON on one line, with what nobody can see or copy written as escapes.
    static String json(JsonNode value) {
        return escaped(value.toString());
    }

    private static String escaped(String json) {
        StringBuilder safe = new StringBuilder();
        json.codePoints()
                .forEach(c -> {
                    int type = Character.getType(c);
                    boolean plain =
                            type != Character.FORMAT
                                    && type != Character.SURROGATE
                                    && type != Character.LINE_SEPARATOR
                                    && type != Character.PARAGRAPH_SEPARATOR
                                    && type != Character.CONTROL;
                    if (plain) {
                        safe.appendCodePoint(c);
                    } else {
                        for (char unit : Character.toChars(c)) {
                            safe.append("\\u%04x".formatted((int) unit));
                        }
                    }
                });
        return safe.toString();
    }
}
