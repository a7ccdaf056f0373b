package dev.vitrine.kind.json;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Any JSON, as it is. Whoever holds a value leaves it unchanged.
public final class JsonKind implements Kind<JsonNode> {
    private static final int BRIEF = 200;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Class<JsonNode> type() {
        return JsonNode.class;
    }

    @Override
    public JsonNode decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> alike(node);
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload upload -> parse(port, TextKind.utf8(port, upload.bytes()));
        };
    }

    private static JsonNode parse(Port port, String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            if (!node.isMissingNode()) {
                return alike(node);
            }
        } catch (JacksonException e) {
            throw wrong(port);
        }
        throw wrong(port);
    }

    /// The same with one sort of whole numbers, so that equal values are equal.
    private static JsonNode alike(JsonNode node) {
        return Json.of(Json.plain(node));
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "json_invalid",
                        "'%s' is no JSON; check its brackets and quotation marks."
                                .formatted(port.label())));
    }

    @Override
    public JsonNode encode(Port port, JsonNode value) {
        return value;
    }

    @Override
    public List<Problem> check(Port port, JsonNode value) {
        return List.of();
    }

    @Override
    public ObjectNode schema(Port port) {
        return Json.object();
    }

    @Override
    public JsonNode example(Port port) {
        return Json.object().put("name", "Ada");
    }

    @Override
    public String text(Port port, JsonNode value) {
        String text = value.toString();
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
    }

    @Override
    public Optional<Media> file(Port port, JsonNode value) {
        return Optional.of(
                new Media(
                        pretty(value).getBytes(StandardCharsets.UTF_8),
                        "application/json",
                        "json"));
    }

    /// The value on several lines.
    public static String pretty(JsonNode value) {
        return value.toPrettyString();
    }

    @Override
    public long weight(JsonNode value) {
        return 64L + 48L * size(value);
    }

    private static long size(JsonNode value) {
        long size = 1;
        for (JsonNode one : value) {
            size += size(one);
        }
        return size;
    }

    @Override
    public ObjectNode options() {
        return Json.object();
    }
}
