package dev.vitrine.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Reads on what a client still sends after its answer, for a moment, before the connection closes.
///
/// Closing while bytes are on their way makes the client's system throw away what it has not read
/// yet, the answer included: a body that is refused as too large would end in a broken connection
/// instead of the sentence that says so.
final class Drain extends Callback.Nested {
    private static final long MOST_MILLIS = 1_500;

    private final Request request;
    private final AtomicBoolean ended = new AtomicBoolean();

    Drain(Request request, Callback callback) {
        super(callback);
        this.request = request;
    }

    @Override
    public void succeeded() {
        // Who asks before sending has the answer already and sends nothing.
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            end();
        } else if (!readOn()) {
            var unused =
                    request.getComponents()
                            .getScheduler()
                            .schedule(this::end, MOST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Reads what is there; false where more is to come.
    private boolean readOn() {
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::readOn);
                return false;
            }
            boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (last) {
                end();
            }
        }
        return true;
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            super.succeeded();
        }
    }
}
