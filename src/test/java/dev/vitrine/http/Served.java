package dev.vitrine.http;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.table.Table;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/// A real endpoint on a free port, with models made of functions, and the clients that call it.
final class Served implements AutoCloseable {
    static final long MAX_BODY = 1 << 20;

    final Catalog catalog =
            new Catalog(
                    List.of(),
                    file -> {
                        throw new AssertionError("Nothing here opens " + file);
                    });
    final Runner runner;
    final Endpoint endpoint;

    /// Gets a permit whenever the model `endless` begins, and one whenever it was stopped.
    final Semaphore begun = new Semaphore(0);

    final Semaphore stopped = new Semaphore(0);

    private final AtomicLong runs = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();

    Served() {
        this(Endpoint.Options.STANDARD.withPort(0).withMaxBody(MAX_BODY), new Runner(2));
    }

    Served(Endpoint.Options options, Runner runner) {
        this.runner = runner;
        runner.onSubmit(_ -> runs.incrementAndGet());
        models();
        this.endpoint = Endpoint.start(catalog, runner, Served::unsaid, options);
    }

    /// What MCP says is a matter of others.
    private static Rpc.Answer unsaid(byte[] body, Rpc.Way exchange) {
        throw new AssertionError("Nobody here speaks MCP.");
    }

    private void models() {
        Port image = Port.of("image", "image");
        add("echo", List.of(image), List.of(image), (in, _) -> in);
        Port album = Port.of("album", "gallery");
        add("album", List.of(album), List.of(album), (in, _) -> in);
        add(
                "size",
                List.of(image, Port.of("scale", "number").withDefault(1L)),
                List.of(Port.of("size", "label")),
                (in, _) -> {
                    Picture picture = in.get("image", Picture.class);
                    double pixels =
                            picture.width() * picture.height() * in.get("scale", Double.class);
                    return Values.of(
                            "size", new Label(List.of(new Label.Confidence("pixels", pixels))));
                });
        add(
                "half",
                List.of(
                        Port.of("number", "number")
                                .withLabel("Number")
                                .withHelp("Between 0 and 10.")
                                .withLimits(Limits.between(0, 10)),
                        Port.of("note", "text")
                                .withDefault("")
                                .withLimits(
                                        Limits.NONE.withLength(
                                                OptionalLong.empty(), OptionalLong.of(5)))),
                List.of(Port.of("half", "number"), Port.of("note", "text")),
                (in, _) ->
                        Values.of("half", in.get("number", Double.class) / 2)
                                .with("note", in.get("note", String.class)));
        add(
                "endless",
                List.of(),
                List.of(Port.of("never", "text")),
                (_, context) -> {
                    begun.release();
                    try {
                        while (true) {
                            context.stop().check();
                            LockSupport.parkNanos(1_000_000);
                        }
                    } finally {
                        stopped.release();
                    }
                });
        add(
                "throwing",
                List.of(),
                List.of(Port.of("never", "text")),
                (_, _) -> {
                    throw new IllegalStateException("out of cheese");
                });
        Port tensor = Port.of("tensor", "tensor");
        Port table = Port.of("table", "table");
        add("passing", List.of(tensor, table), List.of(tensor, table), (in, _) -> in);
        Port first = Port.of("first", "table");
        add(
                "twice",
                List.of(table),
                List.of(first, table),
                (in, _) -> in.with("first", in.get("table", Table.class)));
        add("forgetful", List.of(), List.of(Port.of("answer", "text")), (_, _) -> Values.NONE);
    }

    void add(
            String id,
            List<Port> inputs,
            List<Port> outputs,
            BiFunction<Values, RunContext, Values> function) {
        catalog.add(new FunctionModel(id, signature(id, inputs, outputs), function));
    }

    static Signature signature(String id, List<Port> inputs, List<Port> outputs) {
        return new Signature(id, "", "other", Map.of(), inputs, outputs, List.of(), false, "", "");
    }

    /// Runs that any request has led to.
    long runs() {
        return runs.get();
    }

    int port() {
        return endpoint.address().getPort();
    }

    URI uri(String path) {
        return endpoint.address().resolve(path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
    }

    HttpResponse<String> json(String id, String body, String... headers) {
        return post(id, "application/json", BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> post(String id, String type, byte[] body, String... headers) {
        return post(id, type, BodyPublishers.ofByteArray(body), headers);
    }

    HttpResponse<String> post(String id, String type, BodyPublisher body, String... headers) {
        return send(predict(id).header("Content-Type", type).POST(body), headers);
    }

    HttpRequest.Builder predict(String id) {
        return HttpRequest.newBuilder(uri("/models/" + id + "/predict"));
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        endpoint.close();
        runner.close();
        client.close();
    }
}
