package dev.vitrine.http;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The JDK's own WebSocket client, and what it heard.
final class Dialled implements WebSocket.Listener, AutoCloseable {
    /// How a socket ended.
    record End(int code, String reason) {}

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    final WebSocket socket;

    Dialled(Served served, String model, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(uri(served, model), this).join();
    }

    static URI uri(Served served, String model) {
        return URI.create("ws://127.0.0.1:%d/models/%s/ws".formatted(served.port(), model));
    }

    Dialled say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    Dialled predict(String inputs) {
        return say("{\"event\": \"predict\", \"data\": " + inputs + "}");
    }

    Dialled say(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /// The next message or the end.
    Object next() throws InterruptedException {
        Object next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came.");
        }
        return next;
    }

    /// The next message that tells no progress.
    JsonNode message() throws InterruptedException {
        while (true) {
            if (!(next() instanceof JsonNode message)) {
                throw new AssertionError("The socket ended.");
            }
            if (!message.path("event").stringValue().equals("progress")) {
                return message;
            }
        }
    }

    End end() throws InterruptedException {
        while (true) {
            if (next() instanceof End end) {
                return end;
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(Json.MAPPER.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add(new End(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        heard.add(new End(0, error.toString()));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
