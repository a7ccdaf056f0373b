package dev.vitrine.http;

import dev.vitrine.http.exchange.AnswerForm;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Caller;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;

import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// `/models/{id}/ws`: calls of one model over a WebSocket (RFC 6455), one after the other, with the
/// messages of the streams.
///
/// The [Guard] has looked at the request that asks for the upgrade as at every other.
final class SocketApi implements Protocol, Lasting {
    private static final String PATH = "/models/{id}/ws";

    /// The connection and whose it is, as attributes of the request.
    private static final String CLIENT = Client.class.getName();

    private static final String CALLER = Caller.class.getName();

    /// Sockets at once, so that what they all may hold of a message stays bounded.
    private static final int MOST_SOCKETS = 32;

    private static final long MOST_HELD = Runtime.getRuntime().maxMemory() / 4;

    private final Catalog catalog;
    private final Runner runner;
    private final Calls calls;
    private final Endpoint.Options options;
    private final Map<String, RunSocket> open = new ConcurrentHashMap<>();

    /// @param options how large a message may be, and how long a socket may be silent
    SocketApi(Catalog catalog, Runner runner, Calls calls, Endpoint.Options options) {
        this.catalog = catalog;
        this.runner = runner;
        this.calls = calls;
        this.options = options;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, this::admit);
        routes.ws(PATH, this::socket);
        Protocol.get(routes, PATH, SocketApi::notUpgraded);
    }

    /// Bounds every socket's messages.
    void configure(JettyWebSocketServletFactory factory) {
        long most = Math.min(options.maxBody(), MOST_HELD / MOST_SOCKETS);
        factory.setMaxTextMessageSize(most);
        factory.setMaxBinaryMessageSize(most);
        factory.setIdleTimeout(Duration.ofMillis(options.idleMillis()));
    }

    @Override
    public void close() {
        open.values().forEach(RunSocket::close);
    }

    private void admit(Context context) throws IOException {
        context.attribute(CLIENT, Client.of(context.req()));
        context.attribute(CALLER, Client.caller(context.req()));
        if (open.size() >= MOST_SOCKETS) {
            refuse(context, Wrong.of(503, "There are as many sockets as may be; close one."));
            return;
        }
        try {
            catalog.model(context.pathParam("id"));
        } catch (ProblemException e) {
            refuse(context, Wrong.of(e));
        }
    }

    /// Answers as elsewhere, by hand, because Javalin forgets what an upgrade's handlers answer.
    private static void refuse(Context context, Wrong wrong) throws IOException {
        context.skipRemainingHandlers();
        context.res().setStatus(wrong.status());
        context.res().setContentType(AnswerForm.JSON);
        context.res().getOutputStream().write(Json.MAPPER.writeValueAsBytes(wrong.body()));
    }

    private void socket(WsConfig socket) {
        socket.onConnect(this::begin);
        socket.onMessage(context -> with(context, s -> s.hear(context.message())));
        socket.onBinaryMessage(context -> with(context, s -> s.hear(bytes(context.data()))));
        socket.onClose(this::end);
        socket.onError(this::end);
    }

    private void begin(WsConnectContext context) {
        Model model = catalog.model(context.pathParam("id"));
        Client client = Objects.requireNonNull(context.<Client>attribute(CLIENT));
        Caller caller = Objects.requireNonNull(context.<Caller>attribute(CALLER));
        RunSocket socket =
                new RunSocket(
                        context.session,
                        client,
                        caller,
                        model,
                        runner,
                        calls,
                        options.idleMillis());
        open.put(context.sessionId(), socket);
        socket.begin();
    }

    private void with(WsContext context, Consumer<RunSocket> deed) {
        Optional.ofNullable(open.get(context.sessionId())).ifPresent(deed);
    }

    private void end(WsContext context) {
        Optional.ofNullable(open.remove(context.sessionId())).ifPresent(RunSocket::close);
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private static void notUpgraded(Context context) {
        context.header("Upgrade", "websocket").header("Connection", "Upgrade");
        throw new Refusal(426, "This path speaks WebSocket; open it as ws:// with such a client.");
    }
}
