package dev.vitrine.mcp;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// A message that is answered with an error of the protocol.
///
/// @see <a href="https://www.jsonrpc.org/specification#error_object">JSON-RPC 2.0</a> and the
///   schema of MCP, whose codes these are
final class RpcError extends RuntimeException {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient @Nullable ObjectNode data;

    RpcError(int code, String sentence) {
        this(code, sentence, null);
    }

    /// @param data what a program may want to know of it
    RpcError(int code, String sentence, @Nullable ObjectNode data) {
        super(sentence, null, false, false);
        this.code = code;
        this.data = data;
    }

    int code() {
        return code;
    }

    Optional<ObjectNode> data() {
        return Optional.ofNullable(data);
    }

    /// The HTTP status of a message that is no request, or of a request of 2026-07-28.
    int status() {
        return switch (code) {
            case METHOD_NOT_FOUND -> 404;
            case INTERNAL_ERROR -> 500;
            default -> 400;
        };
    }
}
