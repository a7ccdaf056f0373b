package dev.vitrine.http.exchange;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/// How the messages of a stream are held apart.
public enum Framing {
    /// Server-sent events, as the HTML standard has them.
    EVENTS("text/event-stream") {
        @Override
        byte[] message(String event, JsonNode data) {
            return utf8("event: %s\ndata: %s\n\n".formatted(event, data));
        }

        @Override
        byte[] sign() {
            return utf8(": ping\n\n");
        }
    },
    /// JSON Lines: one object `{"event", "data"}` on each.
    LINES("application/jsonl") {
        @Override
        byte[] message(String event, JsonNode data) {
            return utf8(Json.object().put("event", event).set("data", data) + "\n");
        }

        /// Nothing: the format has no comments, and readers stumble over empty lines.
        @Override
        byte[] sign() {
            return new byte[0];
        }
    };

    private final String mediaType;

    Framing(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// One message with all it takes to end it.
    abstract byte[] message(String event, JsonNode data);

    /// Bytes that say nothing but that the sender is still there.
    abstract byte[] sign();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
