package dev.vitrine.http;

import dev.vitrine.describe.gradio.Files;
import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

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
        out.write("data: %s\n\n".formatted(message).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    boolean isGone() {
        return client.isGone();
    }

    private void tell(GradioEvent event, GradioEvents events) {
        try {
            RunStream.tell(event.run(), new GradioListener(event, this, files));
        } finally {
            events.told(event);
            end();
        }
    }

    /// One event has been told; after the last the stream says that it ends, before anything that
    /// comes now is answered.
    private synchronized void end() {
        left--;
        if (left == 0) {
            farewell(null);
        }
    }

    private synchronized boolean isOver() {
        return closed;
    }

    private synchronized boolean isIdle() {
        return left == 0;
    }

    /// Whether nobody has asked for anything.
    private synchronized boolean isLost(long since) {
        if (begun || System.nanoTime() - since < GRACE_NANOS) {
            return false;
        }
        farewell(
                Json.object()
                        .put("msg", "unexpected_error")
                        .putNull("event_id")
                        .put(
                                "message",
                                "This session has asked for nothing; send it to"
                                        + " /gradio_api/queue/join first.")
                        .put("session_not_found", true)
                        .put("success", false));
        return true;
    }

    private void farewell(@Nullable ObjectNode word) {
        closed = true;
        try {
            if (word != null) {
                send(word);
            }
            send(Json.object().put("msg", "close_stream").putNull("event_id"));
        } catch (IOException e) {
            // The client has gone.
        }
    }
}
