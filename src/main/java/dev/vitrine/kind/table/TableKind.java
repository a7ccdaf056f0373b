package dev.vitrine.kind.table;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Tables: `{"headers": […], "data": [[…]]}`, a list of objects, or CSV in; the object or CSV out.
public final class TableKind implements Kind<Table> {
    /// The media type of the files, RFC 4180.
    public static final String CSV = "text/csv";

    /// JSON shows itself in so many bytes.
    private static final int START = 1 << 10;

    @Override
    public String id() {
        return "table";
    }

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public Table decode(Port port, Raw raw) {
        try {
            return DeclaredColumns.of(port)
                    .cast(
                            switch (raw) {
                                case Raw.Json(JsonNode node) -> TableJson.read(node);
                                case Raw.Text(String text) -> parse(text);
                                case Raw.Upload upload -> parse(port, upload.bytes());
                            });
        } catch (JacksonException e) {
            throw wrong(port, "it is no JSON; check its brackets and quotation marks.");
        } catch (IllegalArgumentException e) {
            throw wrong(port, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public JsonNode encode(Port port, Table value) {
        return TableJson.write(value);
    }

    @Override
    public List<Problem> check(Port port, Table value) {
        return DeclaredColumns.of(port).check(port, value);
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("headers")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        ObjectNode data = properties.putObject("data");
        data.put("type", "array").put("description", "One list for each row, a cell per header.");
        ArrayNode cell =
                data.putObject("items").put("type", "array").putObject("items").putArray("type");
        List.of("string", "number", "boolean", "null").forEach(cell::add);
        schema.putArray("required").add("headers").add("data");
        return schema;
    }

    @Override
    public Table example(Port port) {
        DeclaredColumns declared = DeclaredColumns.of(port);
        return !declared.isEmpty()
                ? TableEdits.empty(declared.headers(), 1)
                : new Table(List.of("name", "count"), List.of(List.of("a", 1L), List.of("b", 2L)));
    }

    /// The size, and below it the first rows in columns.
    @Override
    public String text(Port port, Table value) {
        return TableText.of(value);
    }

    @Override
    public Optional<Media> media(Port port, Table value) {
        return Optional.of(new Media(TableCsv.write(value), CSV, "csv"));
    }

    @Override
    public List<String> accepts() {
        return List.of(CSV, "text/tab-separated-values");
    }

    @Override
    public long weight(Table value) {
        long bytes = 64;
        for (List<@Nullable Object> row : value.rows()) {
            bytes += 48 + 24L * row.size();
            for (Object cell : row) {
                bytes += cell instanceof String text ? 24 + 2L * text.length() : 0;
            }
        }
        return bytes;
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.set(DeclaredColumns.WORD, DeclaredColumns.schema());
        return all;
    }

    private static Table parse(Port port, byte[] file) {
        if (isJson(new String(file, 0, Math.min(START, file.length), StandardCharsets.UTF_8))) {
            return parse(TextKind.utf8(port, file));
        }
        try {
            return TableCsv.read(file);
        } catch (CharacterCodingException e) {
            return parse(TextKind.utf8(port, file));
        }
    }

    private static boolean isJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    private static Table parse(String text) {
        return isJson(text) ? TableJson.read(Json.MAPPER.readTree(text)) : TableCsv.read(text);
    }

    private static ProblemException wrong(Port port, String message) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "table_type",
                        "'%s' cannot be read as a table: %s".formatted(port.label(), message)));
    }
}
