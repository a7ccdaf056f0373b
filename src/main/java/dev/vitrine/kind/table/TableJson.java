package dev.vitrine.kind.table;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Tables as JSON: `{"headers": ["a", "b"], "data": [[1, "x"], [2, null]]}`; also read from a list
/// of objects with one key for each column, as pandas writes with `orient="records"`.
final class TableJson {
    private TableJson() {}

    static ObjectNode write(Table table) {
        ObjectNode all = Json.object();
        ArrayNode headers = all.putArray("headers");
        table.headers().forEach(headers::add);
        ArrayNode data = all.putArray("data");
        for (List<@Nullable Object> row : table.rows()) {
            ArrayNode cells = data.addArray();
            row.forEach(cell -> add(cells, cell));
        }
        return all;
    }

    /// @throws IllegalArgumentException with what is wrong where it is no table
    static Table read(JsonNode node) {
        if (node.isObject() && node.path("data").isArray()) {
            return split(node.get("headers"), node.get("data"));
        }
        if (node.isArray()) {
            return records(node);
        }
        throw new IllegalArgumentException(
                "give {\"headers\": [\"a\"], \"data\": [[1], [2]]} or a list of objects.");
    }

    private static Table split(@Nullable JsonNode headers, JsonNode data) {
        List<List<@Nullable Object>> rows = new ArrayList<>(data.size());
        for (JsonNode row : data) {
            if (!row.isArray()) {
                throw new IllegalArgumentException(
                        "row %d is no list; give a list of cells.".formatted(rows.size() + 1));
            }
            List<@Nullable Object> cells = new ArrayList<>(row.size());
            for (JsonNode cell : row) {
                cells.add(scalar(cell, rows.size()));
            }
            rows.add(cells);
        }
        return new Table(names(headers, rows), rows);
    }

    /// The headers as they stand, or 1, 2, 3 … where there are none.
    private static List<String> names(
            @Nullable JsonNode headers, List<List<@Nullable Object>> rows) {
        if (headers == null || headers.isNull()) {
            int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
            return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode header : headers) {
            if (header.isContainer() || header.isNull()) {
                throw new IllegalArgumentException("a header is no text; give names as strings.");
            }
            names.add(header.asString());
        }
        return names;
    }

    private static Table records(JsonNode list) {
        Set<String> headers = new LinkedHashSet<>();
        for (JsonNode row : list) {
            if (!row.isObject()) {
                throw new IllegalArgumentException(
                        "it is a list of something else than objects; give one object for each"
                                + " row.");
            }
            headers.addAll(row.propertyNames());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(list.size());
        for (JsonNode row : list) {
            List<@Nullable Object> cells = new ArrayList<>(headers.size());
            for (String header : headers) {
                cells.add(scalar(row.path(header), rows.size()));
            }
            rows.add(cells);
        }
        return new Table(List.copyOf(headers), rows);
    }

    private static @Nullable Object scalar(JsonNode cell, int row) {
        if (cell.isContainer()) {
            throw new IllegalArgumentException(
                    "row %d holds a list or an object; give text, numbers, true, false or null."
                            .formatted(row + 1));
        }
        return Json.plain(cell);
    }

    private static void add(ArrayNode cells, @Nullable Object cell) {
        switch (cell) {
            case null -> cells.addNull();
            case Long n -> cells.add(n);
            case Double n -> cells.add(n);
            case Boolean flag -> cells.add(flag);
            default -> cells.add(cell.toString());
        }
    }
}
