package dev.vitrine;

import dev.vitrine.cli.Cli;
import dev.vitrine.http.Endpoint;
import dev.vitrine.http.Sharing;
import dev.vitrine.mcp.ToolServer;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.window.EndpointLink;
import dev.vitrine.window.RoomLink;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The endpoint as the faces that do not know it see it.
final class LocalEndpoint implements EndpointLink, Cli.Served {
    private final Catalog catalog;
    private final Runner runner;
    private final Endpoint.Options options;
    private volatile @Nullable Endpoint endpoint;
    private boolean closed;

    /// An endpoint that is not started yet; nothing of its server is loaded.
    LocalEndpoint(Catalog catalog, Runner runner, Endpoint.Options options) {
        this.catalog = catalog;
        this.runner = runner;
        this.options = options;
    }

    @Override
    public synchronized URI start() {
        Endpoint started = endpoint;
        if (started == null) {
            if (closed) {
                throw new ProblemException(
                        Fault.BUSY,
                        Problem.of("closed", "Vitrine is closing; start it again to call it."));
            }
            started =
                    Endpoint.start(
                            catalog,
                            runner,
                            new ToolsOverHttp(new ToolServer(catalog, runner)),
                            options);
            endpoint = started;
        }
        return started.address();
    }

    @Override
    public Optional<RoomLink> room() {
        return Optional.of(new LocalRoom(this));
    }

    @Override
    public URI share(String host, Optional<String> token) {
        return open(host, token).link();
    }

    /// Opens a second door, starting the endpoint first where nobody has.
    synchronized Sharing open(String host, Optional<String> token) {
        start();
        return Objects.requireNonNull(endpoint).share(host, token);
    }

    @Override
    public URI address() {
        return start();
    }

    @Override
    public long calls() {
        Endpoint started = endpoint;
        return started == null ? 0 : started.calls();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Endpoint started = endpoint;
        if (started != null) {
            started.close();
        }
    }
}
