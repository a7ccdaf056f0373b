package dev.vitrine.mcp;

import dev.vitrine.describe.McpTool;
import dev.vitrine.describe.Program;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.StoppedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// The models of a catalogue as tools of the Model Context Protocol, whatever carries its messages;
/// safe to use from any thread.
///
/// @see <a
///   href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">2025-11-25</a>
///   and <a
///   href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">2026-07-28</a>
public final class ToolServer {
    static final String CALL = "tools/call";

    private static final Logger LOG = LoggerFactory.getLogger(ToolServer.class);

    private static final int PAGE = 100;

    /// How long a client of 2026-07-28 may take the list of tools for true.
    private static final int FRESH_MILLIS = 5_000;

    private static final int MOST_LISTENERS = 32;

    private static final String INSTRUCTIONS =
            "Each tool runs one machine-learning model on this machine. Pictures and sounds go in"
                    + " as data URIs or base64, and come out as content.";

    private final Catalog catalog;
    private final Runner runner;
    private final InFlight inFlight = new InFlight();
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

    /// @param catalog the models; those added later are tools too
    /// @param runner what runs them
    public ToolServer(Catalog catalog, Runner runner) {
        this.catalog = catalog;
        this.runner = runner;
    }

    /// Answers one message; blocks until there is an answer.
    ///
    /// @param bytes the message as JSON in UTF-8
    public Reply answer(byte[] bytes, Exchange exchange) {
        try {
            return answer(Message.read(bytes), exchange);
        } catch (RpcError e) {
            exchange.complain(String.valueOf(e.getMessage()));
            return Reply.of(null, e.status(), e);
        }
    }

    Reply answer(Message message, Exchange exchange) {
        if (!message.isRequest()) {
            if (message.method().equals("notifications/cancelled")) {
                inFlight.cancel(exchange.session(), message.params().path("requestId"));
            }
            return Reply.NOTHING;
        }
        try (InFlight.Entry entry = inFlight.add(message, exchange.session())) {
            return answer(message, exchange, entry);
        } catch (RpcError e) {
            return refused(message, exchange, e);
        }
    }

    /// Answers a request that somebody may cancel.
    Reply answer(Message request, Exchange exchange, InFlight.Entry entry) {
        try {
            return Reply.of(request, result(request, exchange, entry));
        } catch (RpcError e) {
            return refused(request, exchange, e);
        } catch (StoppedException e) {
            return Reply.NOTHING;
        } catch (RuntimeException e) {
            LOG.error("{} failed.", request.method(), e);
            return refused(
                    request,
                    exchange,
                    new RpcError(
                            RpcError.INTERNAL_ERROR,
                            "Vitrine failed; start it with --debug to see where."));
        }
    }

    InFlight inFlight() {
        return inFlight;
    }

    /// An error is a status of its own where each request stands alone; before, HTTP only carried
    /// it.
    private static Reply refused(Message request, Exchange exchange, RpcError e) {
        exchange.complain(String.valueOf(e.getMessage()));
        boolean alone =
                request.isModern()
                        || e.code() == RpcError.HEADER_MISMATCH
                        || e.code() == RpcError.UNSUPPORTED_PROTOCOL_VERSION;
        return Reply.of(request.id(), alone ? e.status() : 200, e);
    }

    private ObjectNode result(Message request, Exchange exchange, InFlight.Entry entry) {
        if (exchange.hasHeaders()) {
            Headers.check(request, exchange);
        }
        return request.isModern()
                ? modern(request, exchange, entry)
                : legacy(request, exchange, entry);
    }

    private ObjectNode legacy(Message request, Exchange exchange, InFlight.Entry entry) {
        return switch (request.method()) {
            case "initialize" -> {
                exchange.open(UUID.randomUUID().toString());
                yield initialized(request);
            }
            case "ping" -> Json.object();
            case "tools/list" -> tools(request);
            case CALL -> call(request, exchange, entry);
            case "server/discover", "subscriptions/listen" -> throw missing("protocolVersion");
            default -> throw unknown();
        };
    }

    private ObjectNode modern(Message request, Exchange exchange, InFlight.Entry entry) {
        String version = request.protocolMeta("protocolVersion").asString("");
        if (!version.equals(Versions.MODERN)) {
            throw Versions.unsupported(version);
        }
        if (!request.protocolMeta("clientCapabilities").isObject()) {
            throw missing("clientCapabilities");
        }
        ObjectNode result =
                switch (request.method()) {
                    case "server/discover" -> fresh(discovered());
                    case "tools/list" -> fresh(tools(request));
                    case CALL -> call(request, exchange, entry);
                    case "subscriptions/listen" -> listened(request, exchange, entry);
                    default -> throw unknown();
                };
        result.put("resultType", "complete");
        result.withObject("/_meta").set("io.modelcontextprotocol/serverInfo", serverInfo());
        return result;
    }

    private static ObjectNode initialized(Message request) {
        ObjectNode result = Json.object();
        result.put(
                "protocolVersion",
                Versions.agreed(request.params().path("protocolVersion").asString("")));
        result.putObject("capabilities").putObject("tools");
        result.set("serverInfo", serverInfo());
        return result.put("instructions", INSTRUCTIONS);
    }

    private static ObjectNode discovered() {
        ObjectNode result = Json.object();
        result.set("supportedVersions", Json.of(Versions.ALL));
        result.putObject("capabilities").putObject("tools").put("listChanged", true);
        return result.put("instructions", INSTRUCTIONS);
    }

    private static ObjectNode fresh(ObjectNode result) {
        return result.put("ttlMs", FRESH_MILLIS).put("cacheScope", "private");
    }

    private static ObjectNode serverInfo() {
        return Json.object()
                .put("name", Program.NAME)
                .put("title", "Vitrine")
                .put("version", Program.version());
    }

    private ObjectNode tools(Message request) {
        List<Model> models = catalog.models();
        int from = from(request.params().path("cursor"), models.size());
        int to = Math.min(models.size(), from + PAGE);
        ObjectNode result = Json.object();
        ArrayNode tools = result.putArray("tools");
        models.subList(from, to).forEach(model -> tools.add(McpTool.of(model)));
        return to < models.size() ? result.put("nextCursor", Integer.toString(to)) : result;
    }

    private static int from(JsonNode cursor, int size) {
        String text = cursor.asString("");
        if (cursor.isMissingNode()) {
            return 0;
        }
        // Nine digits are more than there are models, and fit.
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) < size) {
            return Integer.parseInt(text);
        }
        throw new RpcError(
                RpcError.INVALID_PARAMS, "The cursor is none of ours; list from the beginning.");
    }

    private ObjectNode call(Message request, Exchange exchange, InFlight.Entry entry) {
        String name = request.params().path("name").asString("");
        exchange.calls(name);
        JsonNode arguments = request.params().path("arguments");
        if (!arguments.isMissingNode() && !arguments.isObject()) {
            throw new RpcError(
                    RpcError.INVALID_PARAMS, "The arguments of a tool are an object; mend them.");
        }
        return new ToolCall(runner, exchange, entry.stop()).result(model(name), request);
    }

    private Model model(String name) {
        try {
            return catalog.model(name);
        } catch (ProblemException e) {
            throw new RpcError(
                    RpcError.INVALID_PARAMS,
                    name.length() > 200
                            ? "There is no such tool; list them."
                            : String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode listened(Message request, Exchange exchange, InFlight.Entry entry) {
        if (!listeners.tryAcquire()) {
            throw new RpcError(
                    RpcError.INVALID_PARAMS,
                    "There are as many listeners as may be; end one, or list the tools now and"
                            + " then.");
        }
        try {
            new Listening(catalog, exchange, entry.stop()).listen(request);
        } finally {
            listeners.release();
        }
        throw new StoppedException();
    }

    private static RpcError missing(String what) {
        return new RpcError(
                RpcError.INVALID_PARAMS,
                "The request does not say io.modelcontextprotocol/%s in its _meta; add it."
                        .formatted(what));
    }

    private static RpcError unknown() {
        return new RpcError(
                RpcError.METHOD_NOT_FOUND,
                "There is no such method here; there are tools/list and tools/call.");
    }
}
