package dev.vitrine.http;

import dev.vitrine.describe.MediaPorts;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Hearer;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.http.exchange.RequestBody;
import dev.vitrine.http.exchange.RunStream;
import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.run.Caller;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// One WebSocket: it takes `{"event": "predict", "data": {inputs}}`, or the bare file of the one
/// input that takes files as a binary message, and `{"event": "cancel"}`; it tells what a stream
/// tells, as `{"event", "data"}`.
///
/// One run goes on at a time. Inputs that do not fit are told as an `error` and end the socket with
/// 1008, as FastAPI does it; a client that leaves stops its run.
final class RunSocket implements Hearer, Lasting {
    /// Bytes that the reason of a close may have (RFC 6455, section 5.5).
    private static final int REASON_BYTES = 123;

    private static final int CONFLICT = 409;

    private final Session session;
    private final Client client;
    private final Caller caller;
    private final Model model;
    private final Runner runner;
    private final Calls calls;
    private final long idleMillis;
    private final Thread pulse = Thread.ofVirtual().name("vitrine-pulse").unstarted(this::beat);
    private @Nullable Run run;
    private Thread teller = pulse;
    private volatile boolean gone;

    /// @param idleMillis how long the other side may be silent, or slow to take a message
    RunSocket(
            Session session,
            Client client,
            Caller caller,
            Model model,
            Runner runner,
            Calls calls,
            long idleMillis) {
        this.session = session;
        this.client = client;
        this.caller = caller;
        this.model = model;
        this.runner = runner;
        this.calls = calls;
        this.idleMillis = idleMillis;
    }

    /// Begins to ping.
    void begin() {
        pulse.start();
    }

    /// A text message came.
    void hear(String text) {
        heed(() -> {
            JsonNode message = RequestBody.parse(text.getBytes(StandardCharsets.UTF_8));
            switch (message.path("event").asString("")) {
                case "predict" -> predict(RequestBody.inputs(message.path("data")));
                case "cancel" -> cancel();
                default -> throw noSuchEvent();
            }
        });
    }

    /// A binary message came.
    void hear(byte[] file) {
        heed(() ->
                predict(
                        MediaPorts.input(model.signature())
                                .map(port -> Map.of(port.name(), upload(file)))
                                .orElseThrow(RunSocket::noFile)));
    }

    @Override
    public void tell(String event, JsonNode data) throws IOException {
        String message = Json.object().put("event", event).set("data", data).toString();
        send(callback -> session.sendText(message, callback));
    }

    @Override
    public void sign() throws IOException {
        send(callback -> session.sendPing(ByteBuffer.allocate(0), callback));
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    /// Ends the socket, and its run: with a word the first time, and without where it has not ended
    /// the next.
    @Override
    public void close() {
        boolean again = gone;
        gone = true;
        pulse.interrupt();
        cancel();
        if (again) {
            session.disconnect();
        } else if (session.isOpen()) {
            session.close(StatusCode.SHUTDOWN, "The endpoint closes.", Callback.NOOP);
        }
    }

    private synchronized void predict(Map<String, Raw> given) throws IOException {
        if (run != null && !run.state().isFinal()) {
            tell(
                    "error",
                    Wrong.of(CONFLICT, "A run goes on; wait for its end, or cancel it.").message());
            return;
        }
        Run next =
                calls.noting(
                        caller,
                        model.id(),
                        () -> runner.submit(model, Form.decode(model.signature(), given), caller));
        run = next;
        Thread before = teller;
        teller = Thread.ofVirtual().name("vitrine-teller").start(() -> tell(next, before));
    }

    /// Tells a run, when the one before it has been told.
    private void tell(Run next, Thread before) {
        try {
            if (before != pulse) {
                before.join();
            }
            RunStream.tell(next, this);
        } catch (InterruptedException e) {
            next.stop();
        }
    }

    private synchronized void cancel() {
        if (run != null) {
            run.stop();
        }
    }

    /// Does what a message asks for, and says what is wrong with it.
    private void heed(Deed deed) {
        try {
            try {
                deed.run();
            } catch (ProblemException e) {
                tell("error", Wrong.of(e).message());
                if (e.fault() == Fault.INPUT) {
                    session.close(StatusCode.POLICY_VIOLATION, reason(e), Callback.NOOP);
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    /// A ping now and then, so that neither side takes silence for the end; who answers none has
    /// gone without a word.
    private void beat() {
        try {
            while (!gone) {
                sign();
                Thread.sleep(Math.max(1, idleMillis / 2));
                if (client.silentMillis() > idleMillis) {
                    gone = true;
                    close();
                }
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            // The socket has closed.
        }
    }

    private void send(Consumer<Callback> how) throws IOException {
        try {
            Callback.Completable.with(how::accept).get(idleMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            gone = true;
            session.disconnect();
            throw new IOException(e);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Raw upload(byte[] file) {
        return new Raw.Upload(file, null, null);
    }

    private static ProblemException noSuchEvent() {
        return ProblemException.input(
                new Problem(
                        "literal_error",
                        "",
                        List.of("event"),
                        "A message is {\"event\": \"predict\", \"data\": {inputs}} or {\"event\":"
                                + " \"cancel\"}; send one of these.",
                        null,
                        Map.of("expected", "'predict' or 'cancel'")));
    }

    private static ProblemException noFile() {
        return ProblemException.input(
                Problem.of(
                        "string_type",
                        "This model takes no bare file; send its inputs as JSON text."));
    }

    /// As much of the sentences as a close may carry.
    private static String reason(ProblemException e) {
        String text = String.valueOf(e.getMessage());
        text = text.substring(0, Math.min(REASON_BYTES, text.length()));
        while (text.getBytes(StandardCharsets.UTF_8).length > REASON_BYTES) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text;
    }
}
