package dev.vitrine.kind.code;

import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Source code: a text in a typewriter's letters, coloured by the option `language`; see
/// [Language].
public final class CodeKind extends TextKind {
    private static final String LANGUAGE = "language";

    @Override
    public String id() {
        return "code";
    }

    /// Code is there to be read.
    @Override
    public ObjectNode options() {
        ObjectNode all = super.options();
        all.remove(SECRET);
        ArrayNode names =
                all.putObject(LANGUAGE)
                        .put("type", "string")
                        .put(
                                "description",
                                "The language that it is coloured by; plain where nothing is said.")
                        .putArray("enum");
        Language.names().forEach(names::add);
        return all;
    }

    /// The language of a port.
    public static Language language(Port port) {
        return Language.of(port.option(LANGUAGE, String.class).orElse(Language.PLAIN));
    }
}
