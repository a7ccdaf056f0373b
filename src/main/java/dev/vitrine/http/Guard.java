package dev.vitrine.http;

import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Entry;
import dev.vitrine.http.exchange.Refusal;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Stands in front of everything the endpoint answers, files, errors and upgrades included, and
/// lets pass only what comes from this machine's own programs and from the endpoint's own pages.
///
/// A web page elsewhere can make a browser call this machine: under a name of its own that resolves
/// here (DNS rebinding), so `Host` has to be one of ours to the letter; or as itself, so a foreign
/// or `null` `Origin` and `Sec-Fetch-Site: cross-site` are refused, not merely left without CORS
/// headers. What comes by a door that is open to the room brings a token besides (see [Entry]). It
/// also caps the body, whatever its framing, while it streams.
final class Guard extends Handler.Wrapper {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Bytes of bodies in memory at once, over all requests.
    private static final long MOST_HELD = Runtime.getRuntime().maxMemory() / 4;

    /// Bytes of a body that have to come in a second, once it has had time to begin.
    private static final double SLOWEST = 1_000;

    /// Who comes in by the first door.
    private final Entry first;

    private final long maxBody;
    private final double graceSeconds;
    private final AtomicLong held = new AtomicLong();

    /// @param port the port the endpoint listens on
    /// @param options how large a body may be and how long it may take to begin
    Guard(int port, Endpoint.Options options) {
        this.first = Entry.of(NAMES, port, null, null);
        this.maxBody = options.maxBody();
        this.graceSeconds = options.idleMillis() / 1e3;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        protect(response.getHeaders());
        Drain drain = new Drain(request, callback);
        Entry entry = entry(request);
        Optional<Refusal> refusal =
                foreign(request.getHeaders(), entry)
                        .or(() -> entry.admit(request, response))
                        .or(() -> misframed(request.getHeaders()));
        if (refusal.isPresent()) {
            SentenceErrors.write(response, drain, refusal.get());
            return true;
        }
        request.setAttribute(Entry.class.getName(), entry);
        Client client = Client.of(request);
        Capped capped = new Capped(request);
        client.begin();
        Request.addCompletionListener(
                request,
                _ -> {
                    capped.end();
                    client.end();
                });
        return super.handle(capped, response, drain);
    }

    /// What holds at the door by which a request came.
    private Entry entry(Request request) {
        return request.getConnectionMetaData().getConnector() instanceof ContainerLifeCycle door
                ? door.getBeans(Entry.class).stream().findFirst().orElse(first)
                : first;
    }

    private static Optional<Refusal> foreign(HttpFields headers, Entry entry) {
        List<String> given = headers.getValuesList(HttpHeader.HOST);
        if (given.size() != 1
                || !entry.hosts().contains(given.getFirst().toLowerCase(Locale.ROOT))) {
            return refuse(
                    403,
                    "The Host header is not this endpoint's; call it as localhost or 127.0.0.1 with"
                            + " its port.");
        }
        if (!entry.origins().containsAll(headers.getValuesList(HttpHeader.ORIGIN))
                || headers.getValuesList("Sec-Fetch-Site").stream()
                        .anyMatch(site -> site.equalsIgnoreCase("cross-site"))) {
            return refuse(
                    403,
                    "Pages of other sites may not call this endpoint; call it from a program or"
                            + " from its own pages.");
        }
        return Optional.empty();
    }

    private Optional<Refusal> misframed(HttpFields headers) {
        List<String> codings = headers.getCSV(HttpHeader.TRANSFER_ENCODING, false);
        if (!codings.isEmpty()
                && !(codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"))) {
            // Jetty would take what is inside the chunks as it is.
            return refuse(400, "The transfer coding is not known here; send chunked alone.");
        }
        if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
            return refuse(
                    415, "The body is compressed; send it as it is, without Content-Encoding.");
        }
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) > maxBody) {
            return Optional.of(Refusal.tooLarge(maxBody));
        }
        return Optional.empty();
    }

    /// What every answer says to the browser; a page that needs more says so itself.
    static void protect(HttpFields.Mutable headers) {
        headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
        headers.put(
                new HttpField(
                        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));
        headers.put(new HttpField("Cross-Origin-Resource-Policy", "same-origin"));
        headers.put(new HttpField("Referrer-Policy", "no-referrer"));
        headers.put(new HttpField(HttpHeader.CACHE_CONTROL, "no-store"));
    }

    private static Optional<Refusal> refuse(int status, String sentence) {
        return Optional.of(new Refusal(status, sentence));
    }

    /// A request whose body ends in a [Refusal] where it goes past a bound, whatever reads it.
    private final class Capped extends Request.Wrapper {
        private final long began = System.nanoTime();
        private long taken;

        Capped(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            taken += chunk.remaining();
            held.addAndGet(chunk.remaining());
            Optional<Refusal> refusal = overstep();
            if (refusal.isEmpty()) {
                return chunk;
            }
            chunk.release();
            return Content.Chunk.from(refusal.get(), true);
        }

        void end() {
            held.addAndGet(-taken);
        }

        private Optional<Refusal> overstep() {
            if (taken > maxBody) {
                return Optional.of(Refusal.tooLarge(maxBody));
            }
            if (held.get() > Math.max(MOST_HELD, maxBody)) {
                return refuse(503, "Too many bodies are on their way; try again in a moment.");
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return seconds > graceSeconds && taken / seconds < SLOWEST
                    ? refuse(408, "The body comes too slowly; send it faster.")
                    : Optional.empty();
        }
    }
}
