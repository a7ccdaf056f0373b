package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.Files;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.RunStream;
import dev.vitrine.kind.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The open stream of a session, which tells all its events at once, each message with the id of
/// its event, and ends when none is left.
///
/// Clients split it at empty lines and read each piece as `data: ` and JSON: no comment, event line
/// or carriage return may stand in it.
final class GradioSession {
    /// How long a stream waits for the first event of its session.
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(GradioSession.class);

    private static final String CLOSE =
            piece(Json.object().put("msg", "close_stream").putNull("event_id"));

    private static final ObjectNode LOST =
            Json.object()
                    .put("msg", "unexpected_error")
                    .putNull("event_id")
                    .put(
                            "message",
                            "This session has asked for nothing; send it to /gradio_api/queue/join"
                                    + " first.")
                    .put("session_not_found", true)
                    .put("success", false);

    private final String name;
    private final Client client;
    private final OutputStream out;
    private final Files files;
    private final BlockingQueue<GradioEvent> coming = new LinkedBlockingQueue<>();
    private int left;
    private boolean begun;
    private boolean closed;

    /// @param name the session
    /// @param client the connection
    /// @param out the answer's body
    /// @param files where the files of the outputs go
    GradioSession(String name, Client client, OutputStream out, Files files) {
        this.name = name;
        this.client = client;
        this.out = out;
        this.files = files;
    }

    String name() {
        return name;
    }

    /// Tells one more event; false where the stream has ended.
    synchronized boolean add(GradioEvent event) {
        if (closed) {
            return false;
        }
        begun = true;
        left++;
        coming.add(event);
        return true;
    }

    /// Tells what there is, until nothing is left or the client has gone.
    void tell(GradioEvents events) {
        long since = System.nanoTime();
        try {
            while (!isOver()) {
                GradioEvent event = coming.poll(Client.LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (event != null) {
                    Thread.ofVirtual()
                            .name("vitrine-gradio-", event.run().id())
                            .start(() -> tell(event, events));
                } else if (isIdle() && (client.isGone() || isLost(since))) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // The server is closing.
        }
    }

    /// Writes one message.
    ///
    /// @throws IOException where the client has gone
    synchronized void send(ObjectNode message) throws IOException {
        write(piece(message));
    }

    /// Writes the last message of an event. That of the last event says in one breath that the
    /// stream ends, before anything that comes now is answered: no client takes a stream for open
    /// that is not.
    ///
    /// @throws IOException where the client has gone
    synchronized void finish(ObjectNode message) throws IOException {
        left--;
        closed = left == 0;
        write(closed ? piece(message) + CLOSE : piece(message));
    }

    boolean isGone() {
        return client.isGone();
    }

    private void tell(GradioEvent event, GradioEvents events) {
        GradioListener listener = new GradioListener(event, this, files);
        try {
            RunStream.tell(event.run(), listener);
        } catch (RuntimeException e) {
            LOG.error("The outputs of run {} cannot be told.", event.run().id(), e);
            listener.fail();
        } finally {
            events.told(event);
            if (!listener.hasEnded()) {
                drop();
            }
        }
    }

    /// An event has come to no end that could be told.
    private synchronized void drop() {
        left--;
    }

    private synchronized boolean isOver() {
        return closed;
    }

    private synchronized boolean isIdle() {
        return left == 0;
    }

    /// Whether nobody has asked for anything; says so.
    private synchronized boolean isLost(long since) {
        if (begun || System.nanoTime() - since < GRACE_NANOS) {
            return false;
        }
        closed = true;
        try {
            write(piece(LOST) + CLOSE);
        } catch (IOException e) {
            // The client has gone.
        }
        return true;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String piece(ObjectNode message) {
        return "data: %s\n\n".formatted(message);
    }
}
