package dev.vitrine.mcp;

import dev.vitrine.kind.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// The revisions of the protocol that are spoken.
final class Versions {
    /// The one in which each request says its own version.
    static final String MODERN = "2026-07-28";

    /// Those that begin with `initialize`, newest first.
    static final List<String> LEGACY =
            List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    /// All, newest first.
    static final List<String> ALL = Stream.concat(Stream.of(MODERN), LEGACY.stream()).toList();

    private Versions() {}

    /// The version that is agreed on where a client begins with `initialize`.
    static String agreed(String wanted) {
        return LEGACY.contains(wanted) ? wanted : LEGACY.getFirst();
    }

    static RpcError unsupported(String requested) {
        String shown = requested.length() > 40 ? requested.substring(0, 40) + "…" : requested;
        ObjectNode data = Json.object();
        data.set("supported", Json.of(ALL));
        data.put("requested", shown);
        return new RpcError(
                RpcError.UNSUPPORTED_PROTOCOL_VERSION,
                "The protocol version '%s' is not spoken here; use one of %s."
                        .formatted(shown, String.join(", ", ALL)),
                data);
    }
}
