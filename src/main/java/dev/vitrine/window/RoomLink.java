package dev.vitrine.window;

import java.net.URI;
import java.util.List;

/// The endpoint's second door, as far as the window knows it: open to the room on purpose, for
/// those who have its link.
public interface RoomLink {
    /// The addresses by which others in the room reach this machine, the likeliest first; empty
    /// where it is in no network. Blocks.
    List<String> addresses();

    /// Opens the door at one of the addresses; blocks.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it cannot be opened
    Door open(String address);

    /// An open door.
    interface Door extends AutoCloseable {
        /// Where others find it.
        URI address();

        /// The address with the token, for a code that phones read.
        URI link();

        /// Who is there, as a person reads it; the newest first.
        List<String> guests();

        /// Shuts it and sends away who is in; blocks.
        @Override
        void close();
    }
}
