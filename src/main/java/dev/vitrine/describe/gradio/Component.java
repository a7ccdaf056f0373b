package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/// A component of Gradio, which stands for a port: what documents say of it, and its form of the
/// values.
public interface Component {
    /// What Gradio calls it, such as `Textbox`.
    String name();

    /// What it is called in `/config`.
    default String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The JSON Schema of its values (`api_info`). Gradio's Python client reads few words of JSON
    /// Schema and fails on others, so that it is plainer than the kind's.
    ObjectNode schema(Port port);

    /// What its values are in Python, as people read it.
    String pythonType(Port port);

    /// What is particular about it in `/config`; its label, help and default stand there already.
    default ObjectNode props(Port port) {
        return Json.object();
    }

    /// A value that the port accepts, for documents.
    default JsonNode example(Port port) {
        return example(Kinds.of(port), port);
    }

    /// What a client gave, as the kind reads it.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it names a file that is not there
    default Raw decode(Port port, JsonNode given, Files files) {
        return new Raw.Json(given);
    }

    /// A value of a run as Gradio's clients read it.
    default JsonNode encode(Port port, Object value, Scene scene) {
        return Kinds.encode(port, value);
    }

    private static <T> JsonNode example(Kind<T> kind, Port port) {
        return kind.encode(port, kind.example(port));
    }
}
