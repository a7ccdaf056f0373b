package dev.vitrine;

import dev.vitrine.http.Rpc;
import dev.vitrine.mcp.Exchange;
import dev.vitrine.mcp.Reply;
import dev.vitrine.mcp.ToolServer;
import dev.vitrine.run.Caller;
import dev.vitrine.run.Run;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Optional;

/// The endpoint's way to the tools, which know nothing of each other.
///
/// @param server the tools
record ToolsOverHttp(ToolServer server) implements Rpc {
    private static final String SESSION = "Mcp-Session-Id";

    @Override
    public Answer answer(byte[] body, Rpc.Way http) {
        Reply reply = server.answer(body, new OverHttp(http));
        return new Answer(reply.status(), reply.response().orElse(null));
    }

    /// @param http the way of a message as the endpoint has it
    private record OverHttp(Rpc.Way http) implements Exchange {
        @Override
        public Caller caller() {
            return http.caller();
        }

        @Override
        public Optional<String> session() {
            return http.header(SESSION);
        }

        @Override
        public boolean hasHeaders() {
            return true;
        }

        @Override
        public Optional<String> header(String name) {
            return http.header(name);
        }

        @Override
        public void open(String session) {
            http.answerHeader(SESSION, session);
        }

        @Override
        public void tell(JsonNode notification) throws IOException {
            http.tell(notification);
        }

        @Override
        public boolean isGone() {
            return http.isGone();
        }

        @Override
        public void calls(String model) {
            http.calls(model);
        }

        @Override
        public void ran(Run run) {
            http.ran(run);
        }

        @Override
        public void complain(String sentence) {
            http.complain(sentence);
        }
    }
}
