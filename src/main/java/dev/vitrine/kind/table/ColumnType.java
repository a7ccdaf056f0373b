package dev.vitrine.kind.table;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// What the cells of a declared column hold, under the names of JSON Schema; any may be empty.
public enum ColumnType {
    STRING("text"),
    NUMBER("a number"),
    INTEGER("a whole number"),
    BOOLEAN("true or false");

    private final String noun;

    ColumnType(String noun) {
        this.noun = noun;
    }

    /// What a cell has to be, as people read it.
    String noun() {
        return noun;
    }

    /// The name in signatures.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The type of a name; nothing where there is none.
    static Optional<ColumnType> of(Object word) {
        for (ColumnType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// Whether a cell fits.
    boolean fits(@Nullable Object cell) {
        return switch (this) {
            case STRING -> cell == null || cell instanceof String;
            case NUMBER -> cell == null || cell instanceof Number;
            case INTEGER ->
                    cell == null
                            || cell instanceof Long
                            || cell instanceof Double n && n == Math.rint(n);
            case BOOLEAN -> cell == null || cell instanceof Boolean;
        };
    }

    /// A cell as this type, where it says the same: `12` as text, `12.0` as a whole number.
    @Nullable Object cast(@Nullable Object cell) {
        if (cell == null || fits(cell) && !(this == INTEGER && cell instanceof Double)) {
            return cell;
        }
        return switch (this) {
            case STRING -> cell.toString();
            case INTEGER ->
                    cell instanceof Double n && n == Math.rint(n) && Math.abs(n) < 1L << 53
                            ? (Object) n.longValue()
                            : cell;
            case NUMBER, BOOLEAN -> cell;
        };
    }
}
