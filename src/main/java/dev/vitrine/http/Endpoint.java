package dev.vitrine.http;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.KeptRuns;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.RandomId;
import dev.vitrine.http.gradio.Gradio;
import dev.vitrine.http.inference.InferenceApi;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.CallLog;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.router.InternalRouter;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/// The models of a catalogue over HTTP, on this machine only.
///
/// Everything it does happens on daemon threads, so it never keeps the program alive. A model never
/// runs on a request's thread: requests submit to the [Runner] and park until the run has ended or
/// the client has gone, which stops the run.
public final class Endpoint implements AutoCloseable {
    /// Connections at once; beyond that they wait to be accepted and idle ones are closed sooner.
    static final int MOST_CONNECTIONS = 256;

    static final int CROWDED_IDLE_MILLIS = 1_000;

    private static final int HEADER_BYTES = 16 << 10;

    /// How an endpoint is to be opened.
    ///
    /// @param host what it binds: `127.0.0.1`, `localhost` or `::1`
    /// @param port the port that is tried first; 0 for any free one
    /// @param exact whether another port will not do
    /// @param maxBody bytes a request's body may have
    /// @param idleMillis how long a connection may say nothing while it should, the head of a
    ///   request may take, and a body may crawl
    public record Options(String host, int port, boolean exact, long maxBody, long idleMillis) {
        /// 127.0.0.1:7860 or the next free port, bodies of 64 MB, 30 seconds of silence.
        public static final Options STANDARD =
                new Options("127.0.0.1", 7860, false, 64L << 20, 30_000);

        public Options withHost(String name) {
            return new Options(name, port, exact, maxBody, idleMillis);
        }

        /// This port, or one of the next.
        Options withFirstPort(int number) {
            return new Options(host, number, false, maxBody, idleMillis);
        }

        /// This port and no other.
        public Options withPort(int number) {
            return new Options(host, number, true, maxBody, idleMillis);
        }

        public Options withMaxBody(long bytes) {
            return new Options(host, port, exact, bytes, idleMillis);
        }

        public Options withIdleMillis(long millis) {
            return new Options(host, port, exact, maxBody, millis);
        }
    }

    private final Javalin server;
    private final URI address;
    private final RoomDoor room;
    private final CallLog calls;
    private final List<Lasting> lasting;

    private Endpoint(
            Javalin server, URI address, RoomDoor room, CallLog calls, List<Lasting> lasting) {
        this.server = server;
        this.address = address;
        this.room = room;
        this.calls = calls;
        this.lasting = lasting;
    }

    /// Opens an endpoint; it answers when this returns.
    ///
    /// @param catalog the models it serves; those added later are served too
    /// @param runner what runs them
    /// @param rpc what answers the messages of MCP
    /// @throws dev.vitrine.signature.ProblemException where the host is not this machine's own, or
    ///   where the port is taken and no other will do
    public static Endpoint start(Catalog catalog, Runner runner, Rpc rpc, Options options) {
        return start(catalog, runner, options, calls -> List.of(new McpApi(rpc, calls)));
    }

    /// The same without MCP.
    public static Endpoint start(Catalog catalog, Runner runner, Options options) {
        return start(catalog, runner, options, calls -> List.of());
    }

    private static Endpoint start(
            Catalog catalog,
            Runner runner,
            Options options,
            Function<Calls, List<Protocol>> others) {
        ServerSocketChannel door = Door.first(options);
        URI address = Door.address(options, door);
        Calls calls = new Calls(runner.calls());
        KeptRuns kept = new KeptRuns();
        Server jetty = jetty(new Guard(address.getPort(), options));
        SocketApi sockets = new SocketApi(catalog, runner, calls, options);
        MetricsApi metrics = new MetricsApi(runner);
        Gradio gradio = new Gradio(catalog, runner, calls, options.maxBody());
        List<Protocol> protocols = new ArrayList<>(others.apply(calls));
        protocols.addAll(
                List.of(
                        new RestApi(catalog, runner, calls, kept),
                        new RunsApi(kept),
                        new InferenceApi(catalog, runner, calls),
                        sockets,
                        metrics,
                        new DocsPages(catalog),
                        new WebPages(),
                        new ShowcaseApi(catalog)));
        protocols.addAll(gradio.protocols());
        Javalin server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.http.prefer405over404 = true;
                    config.unsafe.jettyInternal.server = jetty;
                    config.jetty.modifyHttpConfiguration(http -> configure(http, options));
                    config.jetty.addConnector(
                            (own, http) -> Door.connector(own, http, options, door));
                    config.jetty.modifyWebSocketServletFactory(sockets::configure);
                    Answers.exceptions(config.routes);
                    protocols.forEach(protocol -> protocol.routes(config.routes));
                });
        server.start();
        return new Endpoint(
                server,
                address,
                new RoomDoor(jetty, options, address.getPort()),
                calls.log(),
                List.of(sockets, metrics, kept, gradio));
    }

    /// Where it answers, such as `http://127.0.0.1:7860`.
    public URI address() {
        return address;
    }

    /// Answers at an address of this machine too that others reach, to those who bring a token; the
    /// endpoint's end is its end.
    ///
    /// @param host one of this machine's addresses, or `0.0.0.0` for all
    /// @param token what they have to bring; one made at random where it is not said
    /// @throws dev.vitrine.signature.ProblemException where the machine has no such address, where
    ///   that has no free port, or where a link cannot carry the token
    public Sharing share(String host, Optional<String> token) {
        token.ifPresent(Room::checkToken);
        return room.open(Room.address(host), token.orElseGet(RandomId::next));
    }

    /// Predictions that were asked for over HTTP since the start, on any protocol, refused ones
    /// too.
    public long calls() {
        return calls.count();
    }

    /// Calls a watcher after every change of [#calls()], on the thread that makes it; a watcher
    /// must be quick.
    public Run.Watching watch(Runnable watcher) {
        return calls.watch(watcher);
    }

    /// Every route with its method, such as `GET /health`: what the guard stands in front of.
    List<String> routes() {
        InternalRouter router = server.unsafe.internalRouter;
        return Stream.concat(
                        router.allHttpHandlers().stream()
                                .map(route -> route.endpoint.method + " " + route.endpoint.path),
                        router.allWsHandlers().stream()
                                .map(route -> route.getType() + " " + route.getPath()))
                .toList();
    }

    /// Closes the door at once; the runs that were asked for are stopped.
    @Override
    public void close() {
        lasting.forEach(Lasting::close);
        server.stop();
        // and what came through the door meanwhile
        lasting.forEach(Lasting::close);
    }

    static void configure(HttpConfiguration http, Options options) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // Javalin's own setting lets dots and slashes through in disguise.
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setIdleTimeout(options.idleMillis());
    }

    /// A server of our own making, because the one that Javalin makes has a timer thread that keeps
    /// the program alive.
    private static Server jetty(Guard guard) {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName("vitrine-http");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("vitrine-request-", 0).factory()));
        Server server =
                new Server(
                        threads, new ScheduledExecutorScheduler("vitrine-http-timer", true), null);
        server.setHandler(guard);
        server.setErrorHandler(new SentenceErrors());
        NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, server);
        limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
        server.addBean(limit);
        return server;
    }
}
