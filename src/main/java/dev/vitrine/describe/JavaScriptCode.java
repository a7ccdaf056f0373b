package dev.vitrine.describe;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

/// A call as a JavaScript module.
final class JavaScriptCode {
    private static final String SEND =
            """

            const answer = await fetch(%s, {
              method: "POST",
              headers: { "Content-Type": "application/json" },
              body: JSON.stringify(inputs),
            });
            console.log(JSON.stringify(await answer.json(), null, 2));
            """;

    private JavaScriptCode() {}

    static String of(Call call) {
        return (call.files().isEmpty() ? "" : "import { readFile } from \"node:fs/promises\";\n\n")
                + inputs(call)
                + SEND.formatted(Call.quoted(call.target().toString()));
    }

    private static String inputs(Call call) {
        return call.inputs().isEmpty()
                ? "const inputs = {};"
                : call.inputs().stream()
                        .map(i -> "  %s: %s,\n".formatted(Call.quoted(i.port()), value(i)))
                        .collect(Collectors.joining("", "const inputs = {\n", "};"));
    }

    private static String value(Call.Input input) {
        return switch (input) {
            case Call.Media(String port, String path, String head) ->
                    (head.isEmpty() ? "" : Call.quoted(head) + " + ")
                            + "await readFile(%s, \"base64\")".formatted(Call.quoted(path));
            case Call.JsonFile(String port, String path) ->
                    "JSON.parse(await readFile(%s, \"utf8\"))".formatted(Call.quoted(path));
            case Call.Literal(String port, JsonNode value) -> Call.json(value);
        };
    }
}
