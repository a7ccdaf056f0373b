package dev.vitrine.mcp;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// What is answered to one message.
///
/// @param status the HTTP status that goes with it
/// @param message the JSON-RPC response; null where there is none, as to a notification
public record Reply(int status, @Nullable JsonNode message) {
    /// To what wants no response, and to what its sender has cancelled.
    static final Reply NOTHING = new Reply(202, null);

    static Reply of(Message request, ObjectNode result) {
        ObjectNode response = Json.object().put("jsonrpc", "2.0");
        response.set("id", request.id());
        response.set("result", result);
        return new Reply(200, response);
    }

    /// @param id of the request; null where it cannot be told
    static Reply of(@Nullable JsonNode id, int status, RpcError e) {
        ObjectNode response = Json.object().put("jsonrpc", "2.0");
        if (id != null) {
            response.set("id", id);
        }
        ObjectNode error = response.putObject("error");
        error.put("code", e.code()).put("message", String.valueOf(e.getMessage()));
        e.data().ifPresent(data -> error.set("data", data));
        return new Reply(status, response);
    }

    /// The JSON-RPC response, where there is one.
    public Optional<JsonNode> response() {
        return Optional.ofNullable(message);
    }
}
