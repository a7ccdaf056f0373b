package dev.vitrine.mcp;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.Caller;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/// Functions as tools, and somebody who calls them.
final class Tools implements AutoCloseable {
    final Catalog catalog =
            new Catalog(
                    List.of(),
                    file -> {
                        throw new AssertionError("Nothing here opens " + file);
                    });
    final Runner runner = new Runner(2);
    final ToolServer server = new ToolServer(catalog, runner);

    /// Gets a permit whenever the tool `endless` begins, and one whenever it was stopped.
    final Semaphore begun = new Semaphore(0);

    final Semaphore stopped = new Semaphore(0);
    final AtomicLong runs = new AtomicLong();

    Tools() {
        runner.onSubmit(_ -> runs.incrementAndGet());
        Port image = Port.of("image", "image");
        add(
                "count",
                "Gives a picture back and counts its pixels.",
                List.of(image),
                List.of(image, Port.of("pixels", "number")),
                (in, _) -> {
                    Picture picture = in.get("image", Picture.class);
                    return in.with("pixels", (double) picture.width() * picture.height());
                });
        Port sound = Port.of("sound", "audio");
        add(
                "hum",
                "",
                List.of(),
                List.of(sound),
                (_, _) -> Values.of("sound", Sound.of(8_000, 1, new float[80])));
        add(
                "half",
                "Halves a number.",
                List.of(
                        Port.of("number", "number")
                                .withLabel("Number")
                                .withLimits(Limits.between(0, 10))),
                List.of(Port.of("half", "number")),
                (in, _) -> Values.of("half", in.get("number", Double.class) / 2));
        add(
                "steps",
                "",
                List.of(),
                List.of(Port.of("done", "text")),
                (_, context) -> {
                    for (int i = 1; i <= 4; i++) {
                        context.progress(i / 4.0, "step " + i);
                        LockSupport.parkNanos(80_000_000);
                    }
                    return Values.of("done", "yes");
                });
        add("endless", "", List.of(), List.of(Port.of("never", "text")), this::endless);
        add(
                "throwing",
                "",
                List.of(),
                List.of(Port.of("never", "text")),
                (_, _) -> {
                    throw new IllegalStateException("out of cheese");
                });
    }

    private Values endless(Values inputs, RunContext context) {
        begun.release();
        try {
            while (true) {
                context.stop().check();
                LockSupport.parkNanos(1_000_000);
            }
        } finally {
            stopped.release();
        }
    }

    private void add(
            String id,
            String summary,
            List<Port> inputs,
            List<Port> outputs,
            BiFunction<Values, RunContext, Values> function) {
        Signature signature =
                new Signature(
                        id, summary, "other", Map.of(), inputs, outputs, List.of(), false, "", "");
        catalog.add(new FunctionModel(id, signature, function));
    }

    /// Somebody who sends messages, with what was told to them before the answers.
    final class Sender implements Exchange {
        final List<JsonNode> told = new CopyOnWriteArrayList<>();
        final @Nullable Map<String, String> headers;
        Optional<String> session;
        volatile boolean gone;

        /// @param headers null for a way without any
        Sender(@Nullable Map<String, String> headers) {
            this.headers = headers;
            this.session = Optional.of("mine");
        }

        Reply send(String message) {
            return server.answer(message.getBytes(StandardCharsets.UTF_8), this);
        }

        /// The response to a message.
        JsonNode answer(String message) {
            return send(message).response().orElse(Json.MAPPER.nullNode());
        }

        @Override
        public Caller caller() {
            return Caller.of(Origin.MCP);
        }

        @Override
        public Optional<String> session() {
            return session;
        }

        @Override
        public boolean hasHeaders() {
            return headers != null;
        }

        @Override
        public Optional<String> header(String name) {
            return headers == null ? Optional.empty() : Optional.ofNullable(headers.get(name));
        }

        @Override
        public void open(String name) {
            session = Optional.of(name);
        }

        @Override
        public void tell(JsonNode notification) {
            told.add(notification);
        }

        @Override
        public boolean isGone() {
            return gone;
        }
    }

    @Override
    public void close() {
        runner.close();
        catalog.close();
    }
}
