package dev.vitrine.kind;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.Base64;

/// Media as text, which is how JSON carries them: a data URI (RFC 2397), or base64 alone.
///
/// @param noun what it is in a sentence, such as `picture`
/// @param range the media types it may have, such as `image/*`
/// @param problem the type of what is wrong where it cannot be read, such as `image_decode`
public record MediaText(String noun, String range, String problem) {
    /// The bytes that arrived as text, in JSON or on a command line.
    ///
    /// @throws ProblemException where it is neither a data URI nor base64
    public byte[] bytes(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Upload upload -> upload.bytes();
            case Raw.Text(String text) -> base64(port, text);
            case Raw.Json(JsonNode node) when node.isString() -> base64(port, node.stringValue());
            case Raw.Json(JsonNode node) ->
                    throw ProblemException.input(
                            Problem.at(
                                            port.name(),
                                            "string_type",
                                            "'%s' is no %s; give it as a data URI or base64 text."
                                                    .formatted(port.label(), noun))
                                    .withInput(Json.plain(node)));
        };
    }

    /// A medium as a data URI.
    public static JsonNode encode(Media media) {
        return StringNode.valueOf(
                "data:%s;base64,%s"
                        .formatted(
                                media.mediaType(),
                                Base64.getEncoder().encodeToString(media.bytes())));
    }

    /// The JSON Schema of it.
    public ObjectNode schema() {
        return Json.object()
                .put("type", "string")
                .put("format", "uri")
                .put("contentMediaType", range)
                .put("contentEncoding", "base64")
                .put("description", "A %s as a data URI or base64 text.".formatted(noun));
    }

    private byte[] base64(Port port, String text) {
        String data = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
        try {
            return Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw ProblemException.input(
                    Problem.at(
                            port.name(),
                            problem,
                            "'%s' is neither a data URI nor base64 text; send the %s as one of them."
                                    .formatted(port.label(), noun)));
        }
    }
}
