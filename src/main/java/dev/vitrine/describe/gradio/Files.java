package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Supplier;

/// Where files lie that Gradio's values name: those that clients have sent, and those that runs
/// give.
public interface Files {
    /// What a value of a client names.
    ///
    /// @param given Gradio's `FileData`, or the file itself as a data URI or base64 text
    /// @throws dev.vitrine.signature.ProblemException where there is no such file, naming the port
    Raw find(Port port, JsonNode given);

    /// Offers a file to the clients.
    ///
    /// @param name what it is called, with its extension
    /// @param mediaType its media type
    /// @param weight bytes of memory that its maker holds, roughly
    /// @param maker makes it, whenever somebody fetches it
    /// @return Gradio's `FileData`
    ObjectNode offer(String name, String mediaType, long weight, Supplier<byte[]> maker);
}
