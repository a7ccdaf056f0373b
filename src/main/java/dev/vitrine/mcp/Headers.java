package dev.vitrine.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What HTTP repeats of a message in headers, held against the message, so that nobody on the way
/// sees another message than is answered.
///
/// @see <a
///   href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#server-validation">Server
///   validation</a>
final class Headers {
    private static final String VERSION = "MCP-Protocol-Version";
    private static final String CODED = "=?base64?";
    private static final String CODED_END = "?=";

    private Headers() {}

    /// Checks the headers of a request.
    ///
    /// @throws RpcError where they say something else than the request, or a version that is not
    ///   spoken
    static void check(Message request, Exchange exchange) {
        Optional<String> version = exchange.header(VERSION);
        String inBody = request.protocolMeta("protocolVersion").asString("");
        if (!request.isModern()) {
            version.ifPresent(Headers::checkLegacy);
            return;
        }
        same(VERSION, version, inBody);
        if (!inBody.equals(Versions.MODERN)) {
            return;
        }
        same("Mcp-Method", exchange.header("Mcp-Method"), request.method());
        if (request.method().equals(ToolServer.CALL)) {
            same(
                    "Mcp-Name",
                    exchange.header("Mcp-Name").map(Headers::decoded),
                    request.params().path("name").asString(""));
        }
    }

    private static void checkLegacy(String version) {
        if (version.equals(Versions.MODERN)) {
            throw mismatch(
                    "%s is %s and the message does not say so in its _meta; send both."
                            .formatted(VERSION, version));
        }
        if (!Versions.LEGACY.contains(version)) {
            throw Versions.unsupported(version);
        }
    }

    private static void same(String name, Optional<String> header, String body) {
        if (header.isEmpty()) {
            throw mismatch("The header %s is missing; send it.".formatted(name));
        }
        if (!header.get().equals(body)) {
            throw mismatch(
                    "The header %s is not what the message says; send the same in both."
                            .formatted(name));
        }
    }

    /// A value of a header that may be in base64, where it is not plain ASCII.
    private static String decoded(String value) {
        if (!value.startsWith(CODED)
                || !value.endsWith(CODED_END)
                || value.length() < CODED.length() + CODED_END.length()) {
            return value;
        }
        String base64 = value.substring(CODED.length(), value.length() - CODED_END.length());
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw mismatch("The header Mcp-Name is no base64; mend it.");
        }
    }

    private static RpcError mismatch(String sentence) {
        return new RpcError(RpcError.HEADER_MISMATCH, sentence);
    }
}
