package dev.vitrine.describe;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

/// A call as a Java program in one file.
final class JavaCode {
    private static final String IMPORTS =
            """
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.net.http.HttpResponse.BodyHandlers;
            """;

    private static final String FILES =
            """
            import java.nio.file.Files;
            import java.nio.file.Path;
            """;

    private static final String BASE64 = "import java.util.Base64;\n";

    private static final String MAIN =
            """

            class Predict {
                public static void main(String[] args) throws Exception {
                    String inputs = %s;
                    HttpRequest request = HttpRequest.newBuilder(URI.create(%s))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(inputs))
                            .build();
                    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                    System.out.println(answer.body());
                }
            """;

    private static final String READ =
            """

                static String base64(String path) throws Exception {
                    return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(path)));
                }
            """;

    private static final String INDENT = " ".repeat(16);

    private JavaCode() {}

    static String of(Call call) {
        boolean media = call.inputs().stream().anyMatch(Call.Media.class::isInstance);
        return IMPORTS
                + (call.files().isEmpty() ? "" : FILES)
                + (media ? BASE64 : "")
                + MAIN.formatted(body(call), literal(call.target().toString()))
                + (media ? READ : "")
                + "}\n";
    }

    /// The JSON as a text block, files put into it by name.
    private static String body(Call call) {
        if (call.inputs().isEmpty()) {
            return "\"{}\"";
        }
        List<String> arguments = call.inputs().stream().map(JavaCode::argument).toList();
        boolean formatted = arguments.stream().anyMatch(a -> !a.isEmpty());
        String lines =
                call.inputs().stream()
                        .map(i ->
                                "  %s: %s"
                                        .formatted(
                                                inBlock(Call.quoted(i.port()), formatted),
                                                value(i, formatted)))
                        .collect(Collectors.joining(",\n" + INDENT));
        String block = "\"\"\"\n%1$s{\n%1$s%2$s\n%1$s}\"\"\"".formatted(INDENT, lines);
        return formatted
                ? arguments.stream()
                        .filter(a -> !a.isEmpty())
                        .collect(Collectors.joining(", ", block + ".formatted(", ")"))
                : block;
    }

    private static String value(Call.Input input, boolean formatted) {
        return switch (input) {
            case Call.Media media -> "\"" + media.head().replace("%", "%%") + "%s\"";
            case Call.JsonFile file -> "%s";
            case Call.Literal(String port, JsonNode value) -> inBlock(Call.json(value), formatted);
        };
    }

    private static String argument(Call.Input input) {
        return switch (input) {
            case Call.Media(String port, String path, String head) ->
                    "base64(" + literal(path) + ")";
            case Call.JsonFile(String port, String path) ->
                    "Files.readString(Path.of(" + literal(path) + "))";
            case Call.Literal literal -> "";
        };
    }

    /// JSON as it stands in a text block, which may be a format.
    private static String inBlock(String json, boolean formatted) {
        String escaped = json.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
        return formatted ? escaped.replace("%", "%%") : escaped;
    }

    /// A text as a Java literal: JSON's escapes are Java's too.
    private static String literal(String text) {
        return Call.quoted(text);
    }
}
