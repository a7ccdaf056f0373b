package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.spans.Span;
import dev.vitrine.kind.spans.Spans;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Highlighted text: `[{"token": "Ada", "class_or_confidence": "person"}, …]`, the whole text in
/// pieces.
record HighlightedTextComponent() implements Component {
    private static final String TOKEN = "token";
    private static final String CLASS = "class_or_confidence";

    @Override
    public String name() {
        return "HighlightedText";
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array");
        ObjectNode piece = schema.putObject("items").put("type", "object");
        ObjectNode properties = piece.putObject("properties");
        properties.putObject(TOKEN).put("type", "string");
        ArrayNode forms = properties.putObject(CLASS).putArray("anyOf");
        forms.addObject().put("type", "string");
        forms.addObject().put("type", "number");
        forms.addObject().put("type", "null");
        return schema;
    }

    @Override
    public String pythonType(Port port) {
        return "list[dict(token: str, class_or_confidence: str | float | None)]";
    }

    @Override
    public JsonNode encode(Port port, Object value, Scene scene) {
        Spans found = (Spans) value;
        ArrayNode pieces = Json.array();
        String text = found.text();
        int at = 0;
        int point = 0;
        for (Span span : found.spans()) {
            int start = text.offsetByCodePoints(at, span.start() - point);
            int end = text.offsetByCodePoints(start, span.end() - span.start());
            plain(pieces, text.substring(at, start));
            pieces.addObject().put(TOKEN, text.substring(start, end)).put(CLASS, span.label());
            at = end;
            point = span.end();
        }
        plain(pieces, text.substring(at));
        return pieces;
    }

    private static void plain(ArrayNode pieces, String words) {
        if (!words.isEmpty()) {
            pieces.addObject().put(TOKEN, words).putNull(CLASS);
        }
    }
}
