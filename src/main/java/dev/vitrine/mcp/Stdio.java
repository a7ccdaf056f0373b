package dev.vitrine.mcp;

import dev.vitrine.run.Caller;
import dev.vitrine.run.Origin;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The protocol over standard streams: one message on each line, and nothing else on the way out.
///
/// Requests are answered side by side, each as soon as it can be. The end of what comes in ends it;
/// what is under way then has a moment to be answered.
///
/// @see <a
///   href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#stdio">stdio</a>
public final class Stdio {
    /// Bytes of one message, as many as a body has over HTTP.
    private static final int MOST_BYTES = 64 << 20;

    /// Clients end the process 2 seconds after they have ended its input.
    private static final long GRACE_MILLIS = 1_500;

    private final ToolServer server;
    private final InputStream in;
    private final PrintStream out;
    private final Exchange exchange = new Streams();
    private final ExecutorService answers =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("vitrine-mcp-", 0).factory());

    private Stdio(ToolServer server, InputStream in, PrintStream out) {
        this.server = server;
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /// Answers what comes in until that ends.
    public static void serve(ToolServer server, InputStream in, PrintStream out) {
        new Stdio(server, in, out).serve();
    }

    private void serve() {
        try {
            for (Line line = next(); line != null; line = next()) {
                hear(line);
            }
        } catch (IOException e) {
            // Nothing more can come.
        }
        answers.shutdown();
        if (!ended(GRACE_MILLIS)) {
            server.inFlight().cancelAll();
            var unused = ended(GRACE_MILLIS);
        }
    }

    private boolean ended(long millis) {
        try {
            return answers.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Reads a message here, so that whoever cancels it later finds it, and answers it elsewhere.
    private void hear(Line line) {
        Message message;
        InFlight.Entry entry;
        try {
            message = line.message();
            if (!message.isRequest()) {
                var unused = server.answer(message, exchange);
                return;
            }
            entry = server.inFlight().add(message, exchange.session());
        } catch (RpcError e) {
            say(Reply.of(null, e.status(), e));
            return;
        }
        answers.execute(() -> {
            try (entry) {
                say(server.answer(message, exchange, entry));
            }
        });
    }

    private void say(Reply reply) {
        reply.response().ifPresent(this::write);
    }

    private synchronized void write(JsonNode message) {
        out.writeBytes((message + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// @param bytes without the line's end
    /// @param whole whether that is all of it
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(byte[] bytes, boolean whole) {
        Message message() {
            if (!whole) {
                throw new RpcError(
                        RpcError.INVALID_REQUEST,
                        "The message is larger than the %,d bytes that are taken; send less."
                                .formatted(MOST_BYTES));
            }
            return Message.read(bytes);
        }
    }

    /// The next line that is not blank; null at the end.
    private @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean whole = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n' && line.size() > 0) {
                return new Line(line.toByteArray(), whole);
            }
            // A blank line is none, and lines may end as Windows ends them.
            if (line.size() > 0 || !Character.isWhitespace(b)) {
                whole &= line.size() < MOST_BYTES;
                if (whole) {
                    line.write(b);
                }
            }
        }
        return line.size() == 0 ? null : new Line(line.toByteArray(), whole);
    }

    /// The way to and from whoever started the program.
    private final class Streams implements Exchange {
        @Override
        public Caller caller() {
            return Caller.of(Origin.MCP);
        }

        @Override
        public Optional<String> session() {
            return Optional.of("");
        }

        @Override
        public boolean hasHeaders() {
            return false;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public void open(String session) {}

        @Override
        public void tell(JsonNode notification) throws IOException {
            write(notification);
            if (isGone()) {
                throw new IOException("Nobody reads any more.");
            }
        }

        @Override
        public boolean isGone() {
            return out.checkError();
        }
    }
}
