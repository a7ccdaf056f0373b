package dev.vitrine.http;

import dev.vitrine.http.exchange.Accept;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Framing;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.RequestBody;
import dev.vitrine.http.exchange.StreamHearer;
import dev.vitrine.run.Caller;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// `/mcp`: the Model Context Protocol over Streamable HTTP.
///
/// A request is answered with JSON, or with server-sent events from the first notification on where
/// the client reads those; a client that leaves stops its run. There is no stream to be opened with
/// GET and no session to be deleted, as the protocol allows.
///
/// @param rpc what answers the messages
/// @param calls what notes the calls
record McpApi(Rpc rpc, Calls calls) implements Protocol {
    private static final Logger LOG = LoggerFactory.getLogger(McpApi.class);

    private static final int ACCEPTED = 202;

    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/mcp", this::answer);
    }

    private void answer(Context context) {
        String type = Objects.requireNonNullElse(context.req().getContentType(), "");
        if (!RequestBody.isJson(RequestBody.essence(type))) {
            throw new Refusal(
                    415,
                    "A body of type '%s' is not taken; send application/json.".formatted(type));
        }
        OneWay way = new OneWay(context);
        Rpc.Answer answer = rpc.answer(RequestBody.bytes(context.req()), way);
        try {
            way.end(answer);
        } catch (IOException e) {
            LOG.debug("The client of /mcp has gone.");
        }
    }

    /// The way of one message; the events begin with the first notification.
    private final class OneWay implements Rpc.Way {
        private final Context context;
        private final Client client;
        private final boolean readsEvents;
        private @Nullable StreamHearer events;
        private @Nullable EndpointCall call;

        OneWay(Context context) {
            this.context = context;
            this.client = Client.of(context.req());
            this.readsEvents =
                    Accept.of(context.header("Accept")).quality(Framing.EVENTS.mediaType()) > 0;
        }

        @Override
        public Caller caller() {
            Caller http = Client.caller(context.req());
            return new Caller(Origin.MCP, http.address(), http.agent());
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(context.header(name));
        }

        @Override
        public void answerHeader(String name, String value) {
            context.header(name, value);
        }

        @Override
        public void tell(JsonNode message) throws IOException {
            if (readsEvents) {
                if (events == null) {
                    events = StreamHearer.of(context, Framing.EVENTS);
                }
                events.tell("message", message);
            }
        }

        @Override
        public boolean isGone() {
            return client.isGone();
        }

        @Override
        public void calls(String model) {
            call = calls.begin(context, caller(), model);
        }

        @Override
        public void ran(Run run) {
            if (call != null) {
                call.ran(run);
            }
        }

        @Override
        public void complain(String sentence) {
            if (call != null) {
                call.complain(sentence);
            }
        }

        void end(Rpc.Answer answer) throws IOException {
            JsonNode message = answer.message();
            if (events == null) {
                context.status(message == null ? ACCEPTED : answer.status());
                if (message != null) {
                    Answers.json(context, message);
                }
            } else if (message != null) {
                events.tell("message", message);
            }
        }
    }
}
