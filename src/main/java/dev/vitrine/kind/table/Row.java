package dev.vitrine.kind.table;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// The cells of a row, which never change, so that tables share their rows: one array for each row
/// is what a million of them have room for.
final class Row extends AbstractList<@Nullable Object> implements RandomAccess {
    private final @Nullable Object[] cells;

    private Row(@Nullable Object[] cells) {
        this.cells = cells;
    }

    /// A row of scalars; itself where it is one.
    static Row of(List<?> row) {
        if (row instanceof Row made) {
            return made;
        }
        @Nullable Object[] cells = new @Nullable Object[row.size()];
        int i = 0;
        for (Object cell : row) {
            cells[i++] = scalar(cell);
        }
        return new Row(cells);
    }

    /// A row of an array that is nobody else's, and holds scalars only.
    static Row ofOwn(@Nullable Object[] scalars) {
        return new Row(scalars);
    }

    @Override
    public @Nullable Object get(int column) {
        return cells[column];
    }

    @Override
    public int size() {
        return cells.length;
    }

    private static @Nullable Object scalar(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case Long n -> n;
            case Integer n -> n.longValue();
            case Short n -> n.longValue();
            case Byte n -> n.longValue();
            case BigInteger n when n.bitLength() < Long.SIZE -> n.longValue();
            case Float n -> real(Double.parseDouble(n.toString()));
            case Number n -> real(n.doubleValue());
            default -> cell.toString();
        };
    }

    private static @Nullable Object real(double n) {
        if (Double.isNaN(n)) {
            return null;
        }
        return Double.isInfinite(n) ? (Object) Double.toString(n) : (Object) n;
    }
}
