package dev.vitrine.http;

import dev.vitrine.http.exchange.Client;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;

/// The socket an endpoint listens on; it is bound before the server starts, so that the guard knows
/// its port from the first request on.
final class Door {
    /// Ports that are tried, from the wanted one on, before any free one is taken.
    private static final int TRIED = 40;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private Door() {}

    /// The first door, at this machine's own address only.
    static ServerSocketChannel first(Endpoint.Options options) {
        if (!LOOPBACK.contains(options.host())) {
            throw new ProblemException(
                    Fault.SYSTEM,
                    Problem.of(
                            "host",
                            "Vitrine answers on this machine only, so it cannot use the host %s; use 127.0.0.1."
                                    .formatted(options.host())));
        }
        return open(options);
    }

    /// Any door.
    static ServerSocketChannel open(Endpoint.Options options) {
        int last = options.exact() ? options.port() : options.port() + TRIED - 1;
        for (int port = options.port(); port < Math.min(last, 65_535); port++) {
            try {
                return bind(options.host(), port);
            } catch (IOException taken) {
                // The next one may be free.
            }
        }
        int port = options.exact() ? options.port() : 0;
        try {
            return bind(options.host(), port);
        } catch (IOException e) {
            throw new ProblemException(
                    Fault.SYSTEM,
                    Problem.of(
                            "port",
                            "Port %d on %s cannot be used (%s); give another one, or end the program that has it."
                                    .formatted(port, options.host(), e.getMessage())));
        }
    }

    /// Where a client finds it, with the port that was bound.
    static URI address(Endpoint.Options options, ServerSocketChannel door) {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://%s:%d".formatted(host, door.socket().getLocalPort()));
    }

    /// Serves HTTP/1.1 on the socket; a [Client] can tell whether a connection's other side is
    /// still there.
    static ServerConnector connector(
            Server server,
            HttpConfiguration http,
            Endpoint.Options options,
            ServerSocketChannel door) {
        ServerConnector connector =
                new ServerConnector(
                        server, null, null, null, 1, 1, new HttpConnectionFactory(http)) {
                    @Override
                    protected SocketChannelEndPoint newEndPoint(
                            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                        SocketChannelEndPoint client =
                                new Client(
                                        channel,
                                        selector,
                                        key,
                                        getScheduler(),
                                        options.idleMillis());
                        client.setIdleTimeout(getIdleTimeout());
                        return client;
                    }
                };
        connector.setIdleTimeout(options.idleMillis());
        try {
            connector.open(door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    private static ServerSocketChannel bind(String host, int port) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        try {
            door.bind(new InetSocketAddress(host, port));
            return door;
        } catch (IOException e) {
            door.close();
            throw e;
        }
    }
}
