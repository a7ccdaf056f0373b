package dev.vitrine.mcp;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A JSON-RPC 2.0 message of a client.
///
/// @param id of a request; null where it is a notification, or a response
/// @param method what it asks for or tells; empty where it is a response
/// @param params an object; empty where there are none
record Message(@Nullable JsonNode id, String method, JsonNode params) {
    private static final String META = "io.modelcontextprotocol/";

    /// Reads one.
    ///
    /// @throws RpcError where it is none
    static Message read(byte[] bytes) {
        JsonNode json = parse(bytes);
        if (!json.isObject() || !json.path("jsonrpc").asString("").equals("2.0")) {
            throw invalid("A message is one JSON object with \"jsonrpc\": \"2.0\"; send it so.");
        }
        JsonNode id = json.get("id");
        if (id != null && !id.isString() && !id.isIntegralNumber()) {
            throw invalid("The id of a request is a text or a whole number; mend it.");
        }
        JsonNode method = json.path("method");
        if (method.isMissingNode() && id != null && (json.has("result") || json.has("error"))) {
            return new Message(null, "", Json.object());
        }
        if (!method.isString()) {
            throw invalid("A message has a method; name it.");
        }
        JsonNode params = json.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            throw new RpcError(
                    RpcError.INVALID_PARAMS, "The params of a message are an object; mend them.");
        }
        return new Message(
                id, method.stringValue(), params.isMissingNode() ? Json.object() : params);
    }

    boolean isRequest() {
        return id != null;
    }

    /// Something that the params say about the request rather than in it.
    JsonNode meta(String key) {
        return params.path("_meta").path(key);
    }

    /// The same for what MCP itself defines.
    JsonNode protocolMeta(String key) {
        return meta(META + key);
    }

    /// Whether it says its own version, as 2026-07-28 has it.
    boolean isModern() {
        return !protocolMeta("protocolVersion").isMissingNode();
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new RpcError(
                    RpcError.PARSE_ERROR, "The message is not valid JSON in UTF-8; mend it.");
        }
    }

    private static RpcError invalid(String sentence) {
        return new RpcError(RpcError.INVALID_REQUEST, sentence);
    }
}
