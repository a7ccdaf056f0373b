package dev.vitrine.mcp;

import dev.vitrine.run.Caller;
import dev.vitrine.run.Run;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Optional;

/// One message's way here and back, as a transport has it.
public interface Exchange {
    /// Who sent it.
    Caller caller();

    /// What the ids of requests are unique in; nothing where the sender named no such thing, and so
    /// can cancel only by leaving.
    Optional<String> session();

    /// Whether the transport repeats parts of a message in headers, as HTTP does.
    boolean hasHeaders();

    /// A header that came with it.
    Optional<String> header(String name);

    /// Gives the sender a name for what its ids are unique in.
    void open(String session);

    /// Sends a notification before the answer.
    ///
    /// @throws IOException where the sender has gone
    void tell(JsonNode notification) throws IOException;

    /// Whether the sender has gone.
    boolean isGone();

    /// Says that the message asks for a model.
    default void calls(String model) {}

    /// Says which run it came to.
    default void ran(Run run) {}

    /// Says why it was refused or failed.
    default void complain(String sentence) {}
}
