package dev.vitrine.window;

import java.net.URI;
import java.util.Optional;

/// The local endpoint, as far as the window knows it; `Vitrine` stands between the two.
public interface EndpointLink extends AutoCloseable {
    /// Starts answering; blocks, so the window calls it in the background once it is on screen.
    ///
    /// @return where it answers
    /// @throws dev.vitrine.signature.ProblemException where it cannot
    URI start();

    /// Calls answered so far; 0 before the start.
    long calls();

    /// How others in the room are let in; nothing where they are not.
    default Optional<RoomLink> room() {
        return Optional.empty();
    }

    /// Ends it; does nothing where it never started.
    @Override
    void close();
}
