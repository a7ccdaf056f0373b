package dev.vitrine.kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// A value as it arrives, before its kind has read it.
public sealed interface Raw {
    /// From a JSON body, an example or a default.
    ///
    /// @param node the JSON
    record Json(JsonNode node) implements Raw {}

    /// From a command line, a form field or an editor's text.
    ///
    /// @param text what was typed
    record Text(String text) implements Raw {}

    /// From a file, an upload or a raw body.
    ///
    /// @param bytes what it holds; not to be changed after
    /// @param fileName its name without folders; null where it has none
    /// @param mediaType what the sender says it is; null where it says nothing
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(byte[] bytes, @Nullable String fileName, @Nullable String mediaType)
            implements Raw {}
}
