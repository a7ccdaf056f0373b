package dev.vitrine.model;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.format.Folder;
import dev.vitrine.model.format.SignatureDraft;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the inputs and expectations of examples, whose media are files in the model's folder.
final class ExampleFiles {
    private ExampleFiles() {}

    /// The inputs as they would arrive from outside.
    ///
    /// @throws dev.vitrine.signature.ProblemException where a file is missing or leaves the folder
    static Map<String, Raw> read(Signature signature, Folder folder, Example example) {
        Map<String, Raw> raws = new LinkedHashMap<>();
        example.inputs()
                .forEach((name, value) ->
                        raws.put(
                                name,
                                signature
                                        .input(name)
                                        .map(port -> raw(folder, port, value))
                                        .orElseGet(() -> new Raw.Json(Json.of(value)))));
        return raws;
    }

    /// What is expected of outputs as their JSON, a file as a data URI.
    ///
    /// @throws dev.vitrine.signature.ProblemException where a file is missing or leaves the folder
    static Map<String, JsonNode> expected(Signature signature, Folder folder, Example example) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        example.expect()
                .forEach((name, value) ->
                        nodes.put(
                                name,
                                signature
                                        .output(name)
                                        .flatMap(port -> SignatureDraft.fileOf(port, value))
                                        .map(file -> dataUri(folder.bytes(file)))
                                        .orElseGet(() -> Json.of(value))));
        return nodes;
    }

    private static JsonNode dataUri(byte[] bytes) {
        return Json.of(
                "data:application/octet-stream;base64,"
                        + Base64.getEncoder().encodeToString(bytes));
    }

    private static Raw raw(Folder folder, Port port, Object value) {
        return SignatureDraft.fileOf(port, value)
                .<Raw>map(file ->
                        new Raw.Upload(
                                folder.bytes(file),
                                file.substring(file.lastIndexOf('/') + 1),
                                null))
                .orElseGet(() -> new Raw.Json(Json.of(value)));
    }
}
