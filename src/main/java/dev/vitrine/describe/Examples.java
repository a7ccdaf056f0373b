package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.net.URLConnection;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A model's examples as the JSON that would be sent.
public final class Examples {
    /// The largest file that is written into a document.
    private static final int MOST_BYTES = 16 << 10;

    private static final int MOST_EXAMPLES = 4;

    private Examples() {}

    /// The inputs of one example, files of any size as data URIs; blocks.
    ///
    /// @throws ProblemException where a file is missing or lies outside the model's folder
    public static ObjectNode inputs(Model model, Example example) {
        ObjectNode inputs = Json.object();
        model.read(example).forEach((port, raw) -> inputs.set(port, json(raw)));
        return inputs;
    }

    /// The inputs of the first examples by name; one made of the kinds' own examples where the
    /// model has none that a document can hold.
    static Map<String, ObjectNode> of(Model model) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        for (Example example : model.signature().examples()) {
            if (all.size() < MOST_EXAMPLES) {
                small(model, example).ifPresent(inputs -> all.put(example.name(), inputs));
            }
        }
        if (all.isEmpty()) {
            ObjectNode inputs = Json.object();
            model.signature().inputs().forEach(p -> inputs.set(p.name(), sample(p)));
            all.put("sample", inputs);
        }
        return all;
    }

    private static JsonNode sample(Port port) {
        return Kinds.encode(port, Kinds.of(port).example(port));
    }

    /// Nothing where a document is better off without.
    private static Optional<ObjectNode> small(Model model, Example example) {
        ObjectNode inputs = Json.object();
        try {
            for (Map.Entry<String, Raw> entry : model.read(example).entrySet()) {
                if (entry.getValue() instanceof Raw.Upload(byte[] bytes, _, _)
                        && bytes.length > MOST_BYTES) {
                    return Optional.empty();
                }
                inputs.set(
                        entry.getKey(),
                        json(model.signature().input(entry.getKey()), entry.getValue()));
            }
        } catch (ProblemException e) {
            // A missing file is told where examples are run; the document does without.
            return Optional.empty();
        }
        return Optional.of(inputs);
    }

    /// What a file is called is a part of it; of a picture it is not.
    private static JsonNode json(Optional<Port> port, Raw raw) {
        return port.filter(p -> Kinds.of(p) instanceof FileKind && raw instanceof Raw.Upload)
                .map(p -> Kinds.encode(p, Kinds.of(p).decode(p, raw)))
                .orElseGet(() -> json(raw));
    }

    private static JsonNode json(Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> node;
            case Raw.Text(String text) -> StringNode.valueOf(text);
            case Raw.Upload upload -> StringNode.valueOf(dataUri(upload));
        };
    }

    private static String dataUri(Raw.Upload upload) {
        String known =
                upload.mediaType() != null || upload.fileName() == null
                        ? upload.mediaType()
                        : URLConnection.guessContentTypeFromName(upload.fileName());
        return "data:%s;base64,%s"
                .formatted(
                        known == null ? "application/octet-stream" : known,
                        Base64.getEncoder().encodeToString(upload.bytes()));
    }
}
