package dev.vitrine.http;

import dev.vitrine.run.Caller;
import dev.vitrine.run.Run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Optional;

/// What answers the JSON-RPC messages that come to `/mcp`; given by whoever composes the program.
@FunctionalInterface
public interface Rpc {
    /// Answers one message; blocks until there is an answer.
    ///
    /// @param body the message as it came
    Answer answer(byte[] body, Way way);

    /// An answer.
    ///
    /// @param status the HTTP status, where nothing was told before
    /// @param message the response; null where there is none
    record Answer(int status, @Nullable JsonNode message) {}

    /// The way of one message here and back.
    interface Way {
        /// Who sent it.
        Caller caller();

        /// A header of the request.
        Optional<String> header(String name);

        /// Adds a header to an answer of which nothing was told yet.
        void answerHeader(String name, String value);

        /// Sends a message before the answer, to a client that can read several.
        ///
        /// @throws IOException where the client has gone
        void tell(JsonNode message) throws IOException;

        /// Whether the client has gone.
        boolean isGone();

        /// Notes that the message asks for a model.
        void calls(String model);

        /// Notes which run it came to.
        void ran(Run run);

        /// Notes why it was refused or failed.
        void complain(String sentence);
    }
}
