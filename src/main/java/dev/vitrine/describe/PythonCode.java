package dev.vitrine.describe;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

/// A call as a Python script.
final class PythonCode {
    private static final String READ =
            """

            def base64_of(path):
                with open(path, "rb") as file:
                    return base64.b64encode(file.read()).decode()

            """;

    private static final String SEND =
            """

            answer = requests.post(%s, json=inputs)
            print(json.dumps(answer.json(), indent=2))
            """;

    private PythonCode() {}

    static String of(Call call) {
        boolean media = call.inputs().stream().anyMatch(Call.Media.class::isInstance);
        return (media ? "import base64\n" : "")
                + "import json\n\nimport requests\n"
                + (media ? READ : "")
                + "\n"
                + inputs(call)
                + SEND.formatted(Call.quoted(call.target().toString()));
    }

    private static String inputs(Call call) {
        return call.inputs().isEmpty()
                ? "inputs = {}"
                : call.inputs().stream()
                        .map(i -> "    %s: %s,\n".formatted(Call.quoted(i.port()), value(i)))
                        .collect(Collectors.joining("", "inputs = {\n", "}"));
    }

    private static String value(Call.Input input) {
        return switch (input) {
            case Call.Media(String port, String path, String head) ->
                    (head.isEmpty() ? "" : Call.quoted(head) + " + ")
                            + "base64_of("
                            + Call.quoted(path)
                            + ")";
            case Call.JsonFile(String port, String path) ->
                    "json.load(open(" + Call.quoted(path) + ", \"rb\"))";
            case Call.Literal(String port, JsonNode value) -> literal(value);
        };
    }

    /// A value as Python writes it.
    static String literal(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NULL -> "None";
            case ARRAY ->
                    value.valueStream()
                            .map(PythonCode::literal)
                            .collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                    value.properties().stream()
                            .map(e -> Call.quoted(e.getKey()) + ": " + literal(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> Call.json(value);
        };
    }
}
