package dev.vitrine.describe;

import dev.vitrine.describe.gradio.ApiFunction;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

/// A call as a JavaScript module with Gradio's own client.
final class GradioJavaScriptCode {
    private static final String SEND =
            """

            const client = await Client.connect(%s);
            const result = await client.predict(%s, inputs);
            console.log(JSON.stringify(result.data, null, 2));
            """;

    private GradioJavaScriptCode() {}

    static String of(Call call) {
        boolean media = call.inputs().stream().anyMatch(Call.Media.class::isInstance);
        boolean json = call.inputs().stream().anyMatch(Call.JsonFile.class::isInstance);
        return (json ? "import { readFile } from \"node:fs/promises\";\n" : "")
                + "import { Client%s } from \"@gradio/client\";\n\n"
                        .formatted(media ? ", handle_file" : "")
                + inputs(call)
                + SEND.formatted(
                        Call.quoted(call.target().resolve("/").toString()),
                        Call.quoted("/" + call.model()));
    }

    private static String inputs(Call call) {
        return call.inputs().isEmpty()
                ? "const inputs = {};"
                : call.inputs().stream()
                        .map(i ->
                                "  %s: %s,\n"
                                        .formatted(
                                                Call.quoted(ApiFunction.parameter(i.port())),
                                                value(i)))
                        .collect(Collectors.joining("", "const inputs = {\n", "};"));
    }

    private static String value(Call.Input input) {
        return switch (input) {
            case Call.Media(String port, String path, String head) ->
                    "handle_file(" + Call.quoted(path) + ")";
            case Call.JsonFile(String port, String path) ->
                    "JSON.parse(await readFile(%s, \"utf8\"))".formatted(Call.quoted(path));
            case Call.Literal(String port, JsonNode value) -> Call.json(value);
        };
    }
}
