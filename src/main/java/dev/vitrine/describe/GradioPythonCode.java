package dev.vitrine.describe;

import dev.vitrine.describe.gradio.ApiFunction;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

/// A call as a Python script with Gradio's own client.
final class GradioPythonCode {
    private static final String SEND =
            """

            client = Client(%s)
            result = client.predict(**inputs, api_name=%s)
            print(json.dumps(result, indent=2))
            """;

    private GradioPythonCode() {}

    static String of(Call call) {
        boolean media = call.inputs().stream().anyMatch(Call.Media.class::isInstance);
        return "import json\n\nfrom gradio_client import Client"
                + (media ? ", handle_file" : "")
                + "\n\n"
                + inputs(call)
                + SEND.formatted(
                        Call.quoted(call.target().resolve("/").toString()),
                        Call.quoted("/" + call.model()));
    }

    private static String inputs(Call call) {
        return call.inputs().isEmpty()
                ? "inputs = {}"
                : call.inputs().stream()
                        .map(i ->
                                "    %s: %s,\n"
                                        .formatted(
                                                Call.quoted(ApiFunction.parameter(i.port())),
                                                value(i)))
                        .collect(Collectors.joining("", "inputs = {\n", "}"));
    }

    private static String value(Call.Input input) {
        return switch (input) {
            case Call.Media(String port, String path, String head) ->
                    "handle_file(" + Call.quoted(path) + ")";
            case Call.JsonFile(String port, String path) ->
                    "json.load(open(" + Call.quoted(path) + ", \"rb\"))";
            case Call.Literal(String port, JsonNode value) -> PythonCode.literal(value);
        };
    }
}
