package dev.vitrine;

import dev.vitrine.http.Endpoint;
import dev.vitrine.kind.Form;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the launcher's first run after a build does beside its picture: it starts the endpoint and
/// calls it as a client would.
///
/// Java writes down which classes that run used and finds them loaded and linked at every later
/// start; without the endpoint among them the window waits for it more than a second.
final class Rehearsal {
    private static final String PROPERTY = "vitrine.rehearse";

    private Rehearsal() {}

    /// Whether this run is one.
    static boolean isOn() {
        return Boolean.getBoolean(PROPERTY);
    }

    /// Calls the model's first example over HTTP.
    static void call(Model model, Runner runner) throws IOException {
        Catalog catalog = new Catalog(List.of(), path -> model.network().orElseThrow());
        catalog.add(model);
        Example example = model.signature().examples().getFirst();
        byte[] body =
                Form.encode(
                                model.signature().inputs(),
                                Form.decode(model.signature(), model.read(example)))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        try (Endpoint endpoint =
                Endpoint.start(catalog, runner, Endpoint.Options.STANDARD.withPort(0))) {
            URI address = endpoint.address();
            read(connection(address.resolve("/health")));
            read(connection(address.resolve("/openapi.json")));
            HttpURLConnection predict =
                    connection(address.resolve("/models/" + model.id() + "/predict"));
            predict.setDoOutput(true);
            predict.setRequestProperty("Content-Type", "application/json");
            predict.getOutputStream().write(body);
            read(predict);
        }
    }

    private static HttpURLConnection connection(URI address) throws IOException {
        return (HttpURLConnection) address.toURL().openConnection();
    }

    private static void read(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
