package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
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
final class Examples {
    /// The largest file that is written into a document.
    private static final int MOST_BYTES = 16 << 10;

    private static final int MOST_EXAMPLES = 4;

    private Examples() {}

    /// The inputs of the first examples by name; one made of the kinds' own examples where the
    /// model has none that a document can hold.
    static Map<String, ObjectNode> of(Model model) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        for (Example example : model.signature().examples()) {
            if (all.size() < MOST_EXAMPLES) {
                inputs(model, example).ifPresent(inputs -> all.put(example.name(), inputs));
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

    private static Optional<ObjectNode> inputs(Model model, Example example) {
        ObjectNode inputs = Json.object();
        try {
            for (Map.Entry<String, Raw> entry : model.read(example).entrySet()) {
                Optional<JsonNode> value = json(entry.getValue());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                inputs.set(entry.getKey(), value.get());
            }
        } catch (ProblemException e) {
            // A missing file is told where examples are run; the document does without.
            return Optional.empty();
        }
        return Optional.of(inputs);
    }

    private static Optional<JsonNode> json(Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> Optional.of(node);
            case Raw.Text(String text) -> Optional.of(StringNode.valueOf(text));
            case Raw.Upload upload when upload.bytes().length > MOST_BYTES -> Optional.empty();
            case Raw.Upload upload -> Optional.of(StringNode.valueOf(dataUri(upload)));
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
