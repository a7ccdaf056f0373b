package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/// One model's `POST /models/{id}/predict` in an OpenAPI document.
///
/// @param model whose it is
record Operation(Model model) {
    String path() {
        return "/models/" + model.id() + "/predict";
    }

    /// What stands over the model's operations.
    String tag() {
        Signature signature = model.signature();
        return signature.summary().isEmpty()
                ? signature.title()
                : signature.title() + ": " + signature.summary();
    }

    /// The names of the schemas; ids are in lower case, so they never meet those of the document.
    String inputsName() {
        return model.id() + ".inputs";
    }

    String outputsName() {
        return model.id() + ".outputs";
    }

    ObjectNode inputs() {
        return named("inputs", JsonSchemas.object(signature().inputs()));
    }

    ObjectNode outputs() {
        return named("outputs", JsonSchemas.object(signature().outputs()));
    }

    /// The operation.
    ///
    /// @param taken the operation ids of the document so far; gets this one's
    ObjectNode json(Set<String> taken) {
        ObjectNode post = Json.object();
        post.putArray("tags").add(model.id());
        post.put("summary", "Run " + signature().title());
        if (!signature().summary().isEmpty()) {
            post.put("description", signature().summary());
        }
        post.put("operationId", operationId(taken));
        reference(post.putArray("parameters").addObject(), "parameters/Prefer");
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.set("content", request());
        ObjectNode responses = post.putObject("responses");
        ObjectNode ok = responses.putObject("200");
        reference(ok.putObject("headers"), "Server-Timing", "headers/ServerTiming");
        ok.put(
                        "description",
                        "The outputs by name; one of them as a file, or what the run says while it"
                                + " goes on, where Accept asks for it.")
                .set("content", response());
        reference(responses, "202", "responses/Accepted");
        reference(responses, "422", "responses/HTTPValidationError");
        reference(responses, "default", "responses/Error");
        return post;
    }

    private ObjectNode request() {
        ObjectNode content = Json.object();
        ObjectNode json = content.putObject("application/json");
        reference(json, "schema", "schemas/" + inputsName());
        ObjectNode examples = json.putObject("examples");
        Examples.of(model).forEach((name, value) -> examples.putObject(name).set("value", value));
        content.putObject("multipart/form-data").set("schema", parts());
        MediaPorts.input(signature())
                .ifPresent(port ->
                        Kinds.of(port)
                                .accepts()
                                .forEach(
                                        type -> content.putObject(type).set("schema", file(type))));
        return content;
    }

    private ObjectNode response() {
        ObjectNode content = Json.object();
        reference(content.putObject("application/json"), "schema", "schemas/" + outputsName());
        MediaPorts.answers(signature())
                .forEach((type, port) ->
                        content.putObject(type)
                                .set(
                                        "schema",
                                        file(type)
                                                .put(
                                                        "description",
                                                        "The output '%s' alone."
                                                                .formatted(port.name()))));
        content.putObject("text/event-stream").set("schema", events());
        reference(content.putObject("application/jsonl"), "schema", "schemas/RunMessage");
        return content;
    }

    /// OpenAPI 3.1 has no word for the parts of a stream.
    private static ObjectNode events() {
        return Json.object()
                .put("type", "string")
                .put(
                        "description",
                        "Server-sent events: `progress` and `partial` while the run goes on, then"
                                + " one `result` or `error`. The data of each is that of a"
                                + " RunMessage. Leaving stops the run.");
    }

    /// The inputs as the parts of a form: those that take files are files.
    private ObjectNode parts() {
        ObjectNode schema = JsonSchemas.object(signature().inputs());
        ObjectNode properties = schema.withObject("properties");
        for (Port port : signature().inputs()) {
            if (MediaPorts.isMedia(port)) {
                ObjectNode part = part(Kinds.of(port));
                part.put("title", port.label());
                if (!port.help().isEmpty()) {
                    part.put("description", port.help());
                }
                properties.set(port.name(), part);
            }
        }
        return schema;
    }

    /// A file, or as many parts of one name, which OpenAPI has as an array.
    private static ObjectNode part(Kind<?> kind) {
        ObjectNode file = file(kind.accepts().getFirst());
        if (!kind.takesSeveral()) {
            return file;
        }
        ObjectNode several = Json.object().put("type", "array");
        several.set("items", file);
        return several;
    }

    /// Bytes: by OpenAPI 3.1's word for their type and by 3.0's `format`, which tools look for.
    private static ObjectNode file(String mediaType) {
        return Json.object()
                .put("type", "string")
                .put("format", "binary")
                .put("contentMediaType", mediaType);
    }

    private String operationId(Set<String> taken) {
        String wanted = "predict_" + model.id().replaceAll("[^a-z0-9]", "_");
        String id = wanted;
        for (int n = 2; !taken.add(id); n++) {
            id = wanted + "_" + n;
        }
        return id;
    }

    private ObjectNode named(String what, ObjectNode schema) {
        return Json.object()
                .put("title", "%s: %s".formatted(signature().title(), what))
                .setAll(schema);
    }

    private Signature signature() {
        return model.signature();
    }

    private static void reference(ObjectNode to, String key, String component) {
        reference(to.putObject(key), component);
    }

    private static void reference(ObjectNode to, String component) {
        to.put("$ref", "#/components/" + component);
    }
}
