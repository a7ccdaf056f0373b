package dev.vitrine.kind.colour;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Colours as the web writes them: `#rrggbb`, and `#rrggbbaa` in a port that takes what shines
/// through; `#rgb` stands for each digit twice.
public final class ColourKind implements Kind<String> {
    /// The option of a port whose colours may shine through.
    private static final String ALPHA = "alpha";

    private static final Pattern SHORT = Pattern.compile("#[0-9a-f]{3}");
    private static final Pattern OPAQUE = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern WHOLE = Pattern.compile("#[0-9a-f]{6}([0-9a-f]{2})?");

    @Override
    public String id() {
        return "colour";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public String decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) when node.isString() -> parse(port, node.stringValue());
            case Raw.Json(JsonNode node) -> throw wrong(port, Json.plain(node));
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload upload ->
                    parse(port, new String(upload.bytes(), StandardCharsets.UTF_8));
        };
    }

    @Override
    public JsonNode encode(Port port, String value) {
        return StringNode.valueOf(value);
    }

    /// A function may give any text, so its form is looked at too.
    @Override
    public List<Problem> check(Port port, String value) {
        if (!WHOLE.matcher(value).matches()) {
            return List.of(refusal(port, value));
        }
        return mayShineThrough(port) || OPAQUE.matcher(value).matches()
                ? List.of()
                : List.of(
                        Problem.at(
                                        port.name(),
                                        "string_pattern_mismatch",
                                        "'%s' is %s, which shines through; give six digits, as in %s."
                                                .formatted(
                                                        port.label(), value, value.substring(0, 7)))
                                .withInput(value));
    }

    @Override
    public ObjectNode schema(Port port) {
        return Json.object()
                .put("type", "string")
                .put(
                        "pattern",
                        mayShineThrough(port)
                                ? "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$"
                                : "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$");
    }

    @Override
    public String example(Port port) {
        return port.standard() instanceof String colour && SHAPE.matcher(colour).matches()
                ? canonical(colour)
                : "#1f6feb";
    }

    private static final Pattern SHAPE =
            Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");

    @Override
    public String text(Port port, String value) {
        return value;
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject(ALPHA)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a colour may shine through, with two more digits for how much it"
                                + " covers. False where nothing is said.");
        return all;
    }

    /// Whether a port takes colours that do not cover what is under them.
    public static boolean mayShineThrough(Port port) {
        return port.option(ALPHA, Boolean.class).orElse(false);
    }

    private static String parse(Port port, String text) {
        String colour = text.strip();
        if (!SHAPE.matcher(colour).matches()) {
            throw wrong(port, text);
        }
        return canonical(colour);
    }

    /// In lower case, with all its digits.
    private static String canonical(String colour) {
        String lower = colour.toLowerCase(Locale.ROOT);
        return SHORT.matcher(lower).matches() ? lower.replaceAll("([0-9a-f])", "$1$1") : lower;
    }

    private static ProblemException wrong(Port port, @Nullable Object given) {
        return ProblemException.input(refusal(port, given));
    }

    private static Problem refusal(Port port, @Nullable Object given) {
        return Problem.at(
                        port.name(),
                        given instanceof String ? "string_pattern_mismatch" : "string_type",
                        "'%s' is not a colour; give one such as #1f6feb.".formatted(port.label()))
                .withInput(given);
    }
}
