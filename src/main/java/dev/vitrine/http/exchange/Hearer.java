package dev.vitrine.http.exchange;

import tools.jackson.databind.JsonNode;

import java.io.IOException;

/// A client that is told what a run says while it goes on.
public interface Hearer {
    /// Tells one message, and returns when it is on its way.
    ///
    /// @param event `progress`, `partial`, `result` or `error`
    /// @throws IOException where the client has gone
    void tell(String event, JsonNode data) throws IOException;

    /// Says nothing but that this side is still there.
    ///
    /// @throws IOException where the client has gone
    void sign() throws IOException;

    /// Whether the client has gone.
    boolean isGone();
}
