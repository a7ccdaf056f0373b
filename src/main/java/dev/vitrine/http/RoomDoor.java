package dev.vitrine.http;

import dev.vitrine.http.exchange.AddressText;
import dev.vitrine.http.exchange.Entry;
import dev.vitrine.http.exchange.Guests;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/// Opens further doors of a server that runs: what comes in there meets the same guard, with names
/// and a token of its own.
///
/// @param server the server
/// @param options how requests are bounded, as at its first door
/// @param port the port that is tried first, that of the first door
record RoomDoor(Server server, Endpoint.Options options, int port) {
    private static final Logger LOG = LoggerFactory.getLogger(RoomDoor.class);

    /// Opens one.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the address has no free port
    Sharing open(InetAddress address, String token) {
        ServerSocketChannel socket =
                Door.open(options.withHost(AddressText.text(address)).withFirstPort(port));
        int bound = socket.socket().getLocalPort();
        Guests guests = new Guests();
        HttpConfiguration http = new HttpConfiguration();
        Endpoint.configure(http, options);
        ServerConnector connector = Door.connector(server, http, options, socket);
        // before anything can come in; it stays with the connector for as long as that is known
        connector.addBean(Entry.of(Room.names(address), bound, token, guests));
        connector.addBean(limit(connector));
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception e) {
            shut(connector);
            throw new IllegalStateException(e);
        }
        URI place = URI.create("http://%s:%d".formatted(Room.link(address), bound));
        return new Sharing(place, token, guests, () -> shut(connector));
    }

    /// As many connections as at the first door, and apart from those, so that a crowd in the room
    /// takes no place from this machine's own programs.
    private static NetworkConnectionLimit limit(ServerConnector connector) {
        NetworkConnectionLimit limit =
                new NetworkConnectionLimit(Endpoint.MOST_CONNECTIONS, connector);
        limit.setEndPointIdleTimeout(Endpoint.CROWDED_IDLE_MILLIS);
        return limit;
    }

    private void shut(ServerConnector connector) {
        try {
            connector.stop();
        } catch (Exception e) {
            LOG.error("The door to the room did not shut by itself.", e);
        } finally {
            connector.close();
            server.removeConnector(connector);
        }
    }
}
