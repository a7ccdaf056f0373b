package dev.vitrine.describe;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Part;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.List;

/// A model as a tool of the Model Context Protocol: what it is called, takes and gives, and a
/// result of it.
///
/// Pictures and sounds come out as content of their own, which a language model sees and hears, a
/// caption as text before its picture; everything else as one JSON object, which the tool's
/// `outputSchema` describes.
///
/// @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">Tools</a>
public final class McpTool {
    private McpTool() {}

    /// The definition of the tool.
    public static ObjectNode of(Model model) {
        Signature signature = model.signature();
        ObjectNode tool = Json.object().put("name", model.id()).put("title", signature.title());
        tool.put(
                "description",
                signature.summary().isEmpty() ? signature.title() : signature.summary());
        tool.set("inputSchema", JsonSchemas.object(signature.inputs()));
        List<Port> structured = structured(signature);
        if (!structured.isEmpty()) {
            tool.set("outputSchema", JsonSchemas.object(structured));
        }
        tool.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
        return tool;
    }

    /// The result of a call that gave these outputs: `content`, and `structuredContent` where the
    /// tool has an `outputSchema`.
    public static ObjectNode result(Signature signature, Values outputs) {
        ObjectNode result = Json.object();
        ArrayNode content = result.putArray("content");
        List<Port> structured = structured(signature);
        if (!structured.isEmpty()) {
            ObjectNode values = Form.encode(structured, outputs);
            content.addObject().put("type", "text").put("text", values.toString());
            result.set("structuredContent", values);
        }
        for (Port port : signature.outputs()) {
            if (isContent(port)) {
                outputs.find(port.name()).stream()
                        .flatMap(value -> Kinds.parts(port, value).stream())
                        .forEach(part -> add(content, part));
            }
        }
        return result;
    }

    /// The result of a call that failed, in a sentence that a language model can act on.
    public static ObjectNode failure(String sentence) {
        ObjectNode result = Json.object();
        result.putArray("content").addObject().put("type", "text").put("text", sentence);
        return result.put("isError", true);
    }

    private static void add(ArrayNode content, Part part) {
        if (!part.caption().isEmpty()) {
            content.addObject().put("type", "text").put("text", part.caption());
        }
        content.add(content(part.media()));
    }

    private static ObjectNode content(Media media) {
        return Json.object()
                .put("type", kind(media.mediaType()))
                .put("data", Base64.getEncoder().encodeToString(media.bytes()))
                .put("mimeType", media.mediaType());
    }

    private static List<Port> structured(Signature signature) {
        return signature.outputs().stream().filter(port -> !isContent(port)).toList();
    }

    /// Whether a port's values are pictures or sounds and nothing more.
    private static boolean isContent(Port port) {
        List<Part> parts = Kinds.parts(port, Kinds.of(port).example(port));
        return !parts.isEmpty()
                && parts.stream().noneMatch(part -> kind(part.media().mediaType()).isEmpty());
    }

    /// The protocol's word for a medium; empty where it has none.
    private static String kind(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return "image";
        }
        return mediaType.startsWith("audio/") ? "audio" : "";
    }
}
