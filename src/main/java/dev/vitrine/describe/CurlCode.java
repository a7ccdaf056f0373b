package dev.vitrine.describe;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// A call as a person types it in a shell.
final class CurlCode {
    private CurlCode() {}

    static String of(Call call) {
        String target = quoted(call.target().toString());
        List<String> fields = call.inputs().stream().map(CurlCode::field).toList();
        return fields.isEmpty()
                ? "curl -X POST " + target
                : "curl %s \\\n     %s".formatted(String.join(" \\\n     ", fields), target);
    }

    private static String field(Call.Input input) {
        return switch (input) {
            case Call.Media(String port, String path, String head) ->
                    "-F " + quoted(port + "=@" + file(path));
            case Call.JsonFile(String port, String path) ->
                    "-F " + quoted(port + "=@" + file(path));
            case Call.Literal(String port, JsonNode value) -> {
                // Text as it is, anything else as JSON.
                String text = value.isString() ? value.stringValue() : Call.json(value);
                // -F reads a meaning into some characters, --form-string into none.
                String option = text.matches("[\\w .,:+\\[\\]-]*") ? "-F " : "--form-string ";
                yield option + quoted(port + "=" + text);
            }
        };
    }

    /// A path in the quotes that a form's field needs around some characters.
    private static String file(String path) {
        return path.matches("[^,;\"\\\\]*")
                ? path
                : "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// A word as a POSIX shell reads it.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
