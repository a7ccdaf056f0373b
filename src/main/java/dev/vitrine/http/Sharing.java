package dev.vitrine.http;

import dev.vitrine.http.exchange.Guests;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// A second door of an endpoint, open to the room for those who have its token, until it is closed.
public final class Sharing implements AutoCloseable {
    private final URI address;
    private final String token;
    private final Guests guests;
    private final Runnable end;

    Sharing(URI address, String token, Guests guests, Runnable end) {
        this.address = address;
        this.token = token;
        this.guests = guests;
        this.end = end;
    }

    /// Where others find it, such as `http://192.168.1.5:7860`.
    public URI address() {
        return address;
    }

    /// The address with the token: what a code for phones holds.
    public URI link() {
        return address.resolve("/?token=" + token);
    }

    /// Who is there, as a person reads it; the newest first.
    public List<String> guests() {
        return guests.names(Instant.now());
    }

    /// Shuts the door: who is in is sent away, and runs that guests wait for are stopped.
    @Override
    public void close() {
        end.run();
    }
}
