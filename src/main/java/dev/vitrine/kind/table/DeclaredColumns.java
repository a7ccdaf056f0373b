package dev.vitrine.kind.table;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The columns that a port declares: their names and what their cells hold.
///
/// @param columns in order; empty where a port takes any
public record DeclaredColumns(List<Declared> columns) {
    /// The word of [Port#options()].
    static final String WORD = "columns";

    /// One column.
    ///
    /// @param name its header
    /// @param type what its cells hold
    public record Declared(String name, ColumnType type) {}

    public DeclaredColumns {
        columns = List.copyOf(columns);
    }

    /// The columns of a port.
    public static DeclaredColumns of(Port port) {
        List<Declared> all = new ArrayList<>();
        List<?> said = port.option(WORD, List.class).orElse(List.of());
        for (Object one : said) {
            if (one instanceof Map<?, ?> words && words.get("name") instanceof String name) {
                Object type = words.get("type");
                all.add(
                        new Declared(
                                name,
                                type == null
                                        ? ColumnType.STRING
                                        : ColumnType.of(type).orElse(ColumnType.STRING)));
            } else {
                all.add(new Declared(String.valueOf(one), ColumnType.STRING));
            }
        }
        return new DeclaredColumns(all);
    }

    /// Whether a port takes any.
    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /// Their names.
    public List<String> headers() {
        return columns.stream().map(Declared::name).toList();
    }

    /// A cell of a column as its type.
    public @Nullable Object cast(int column, @Nullable Object cell) {
        return column < columns.size() ? columns.get(column).type().cast(cell) : cell;
    }

    /// A table whose cells are of the declared types where they say the same.
    Table cast(Table table) {
        if (isEmpty() || !table.headers().equals(headers())) {
            return table;
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows().size());
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(cast(i, row.get(i)));
            }
            rows.add(cells);
        }
        return new Table(table.headers(), rows);
    }

    /// What is wrong with a table; empty where nothing is.
    List<Problem> check(Port port, Table table) {
        if (isEmpty()) {
            return List.of();
        }
        if (!table.headers().equals(headers())) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "table_columns",
                            "'%s' has the columns %s; give %s."
                                    .formatted(
                                            port.label(),
                                            String.join(", ", table.headers()),
                                            String.join(", ", headers()))));
        }
        for (int i = 0; i < table.rows().size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                Object cell = table.rows().get(i).get(j);
                if (!columns.get(j).type().fits(cell)) {
                    return List.of(problem(port, i, j, cell));
                }
            }
        }
        return List.of();
    }

    private Problem problem(Port port, int row, int column, @Nullable Object cell) {
        Declared declared = columns.get(column);
        return new Problem(
                "table_cell",
                port.name(),
                List.of("data", row, column),
                "'%s' has '%s' in row %d of the column '%s'; give %s."
                        .formatted(
                                port.label(),
                                cell,
                                row + 1,
                                declared.name(),
                                declared.type().noun()),
                null,
                Map.of());
    }

    /// The JSON Schema of the word.
    static ObjectNode schema() {
        ObjectNode schema =
                Json.object()
                        .put("type", "array")
                        .put(
                                "description",
                                "The columns it has, in order; any where nothing is said.");
        ObjectNode column = schema.putObject("items").put("type", "object");
        column.put("additionalProperties", false);
        ObjectNode words = column.putObject("properties");
        words.putObject("name").put("type", "string");
        ArrayNode types = words.putObject("type").putArray("enum");
        for (ColumnType type : ColumnType.values()) {
            types.add(type.word());
        }
        column.putArray("required").add("name");
        return schema;
    }
}
