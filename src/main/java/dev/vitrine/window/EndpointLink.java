package dev.vitrine.window;

import java.net.URI;

/// The local endpoint, as far as the window knows it; `Vitrine` stands between the two.
public interface EndpointLink extends AutoCloseable {
    /// Starts answering; blocks, so the window calls it in the background once it is on screen.
    ///
    /// @return where it answers
    /// @throws dev.vitrine.signature.ProblemException where it cannot
    URI start();

    /// Calls answered so far; 0 before the start.
    long calls();

    /// Ends it; does nothing where it never started.
    @Override
    void close();
}
