package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.model.Model;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The endpoint as an OpenAPI 3.1 document, with the error shapes that clients of FastAPI know.
///
/// What is the same for every model stands in `openapi.json` beside this class; the rest is made of
/// the signatures.
public final class OpenApi {
    private OpenApi() {}

    /// The document of an endpoint; reads the files of examples, so it blocks.
    ///
    /// @param models the models it serves, in the order they are shown
    /// @param server where it answers
    public static ObjectNode of(List<Model> models, URI server) {
        ObjectNode all = frame();
        all.putArray("servers").addObject().put("url", server.toString());
        ArrayNode tags = all.putArray("tags");
        ObjectNode paths = Json.object();
        ObjectNode schemas = all.withObject("/components/schemas");
        Set<String> operations = new HashSet<>();
        for (Model model : models) {
            Operation operation = new Operation(model);
            tags.addObject().put("name", model.id()).put("description", operation.tag());
            paths.putObject(operation.path()).set("post", operation.json(operations));
            schemas.set(operation.inputsName(), operation.inputs());
            schemas.set(operation.outputsName(), operation.outputs());
        }
        paths.setAll(all.withObject("paths"));
        all.set("paths", paths);
        return all;
    }

    private static ObjectNode frame() {
        try (InputStream file = OpenApi.class.getResourceAsStream("openapi.json")) {
            return (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
