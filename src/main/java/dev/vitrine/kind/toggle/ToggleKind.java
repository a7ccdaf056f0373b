package dev.vitrine.kind.toggle;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Yes or no: JSON's `true` and `false`; typed as `yes` or `no`, `on` or `off`, `true` or `false`,
/// `1` or `0`, in any case.
public final class ToggleKind implements Kind<Boolean> {
    private static final Set<String> YES = Set.of("yes", "on", "true", "1");
    private static final Set<String> NO = Set.of("no", "off", "false", "0");

    @Override
    public String id() {
        return "toggle";
    }

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public Boolean decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) when node.isBoolean() -> node.booleanValue();
            case Raw.Json(JsonNode node) -> throw wrong(port, Json.plain(node));
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload upload ->
                    parse(port, new String(upload.bytes(), StandardCharsets.UTF_8));
        };
    }

    @Override
    public JsonNode encode(Port port, Boolean value) {
        return BooleanNode.valueOf(value);
    }

    @Override
    public List<Problem> check(Port port, Boolean value) {
        return List.of();
    }

    @Override
    public ObjectNode schema(Port port) {
        return Json.object().put("type", "boolean");
    }

    @Override
    public Boolean example(Port port) {
        return !Boolean.FALSE.equals(port.standard());
    }

    @Override
    public String text(Port port, Boolean value) {
        return value ? "Yes" : "No";
    }

    @Override
    public ObjectNode options() {
        return Json.object();
    }

    private static Boolean parse(Port port, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw wrong(port, text);
        }
        return YES.contains(word);
    }

    private static ProblemException wrong(Port port, @Nullable Object given) {
        return ProblemException.input(
                Problem.at(
                                port.name(),
                                given instanceof String ? "bool_parsing" : "bool_type",
                                "'%s' is neither yes nor no; give true or false."
                                        .formatted(port.label()))
                        .withInput(given));
    }
}
