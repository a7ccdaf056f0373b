package dev.vitrine.task;

import dev.vitrine.tensor.Dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The places that the rows of boxes start from: the middles of the cells of grids over the tensor,
/// row by row, several times each where a cell has several boxes.
///
/// @param grids one after the other, as the network's rows follow each other; none where boxes
///   start from the upper left corner
record Anchors(List<Grid> grids) {
    /// One grid.
    ///
    /// @param rows cells from top to bottom
    /// @param columns cells from left to right
    /// @param each boxes of a cell
    record Grid(int rows, int columns, int each) {
        int count() {
            return rows * columns * each;
        }
    }

    /// Reads the word `anchors`.
    static Anchors of(Words words) {
        List<Grid> grids = new ArrayList<>();
        for (Object one : words.binding().step("anchors", List.class).orElse(List.of())) {
            if (one instanceof Map<?, ?> grid
                    && grid.get("grid") instanceof List<?> size
                    && size.size() == 2
                    && size.get(0) instanceof Number rows
                    && size.get(1) instanceof Number columns) {
                grids.add(
                        new Grid(
                                rows.intValue(),
                                columns.intValue(),
                                grid.get("each") instanceof Number each ? each.intValue() : 1));
            }
        }
        return new Anchors(grids);
    }

    boolean isEmpty() {
        return grids.isEmpty();
    }

    /// How many rows of boxes they stand for.
    int count() {
        return grids.stream().mapToInt(Grid::count).sum();
    }

    /// Whether the network can give as many rows as there are.
    boolean suits(List<Dimension> rows) {
        return isEmpty()
                || rows.stream().anyMatch(Dimension::isFree)
                || rows.stream().mapToLong(Dimension::size).sum() == count();
    }

    /// The x and y of every place, one after the other, as parts of the tensor's sides.
    double[] places() {
        double[] places = new double[2 * count()];
        int i = 0;
        for (Grid grid : grids) {
            for (int cell = 0; cell < grid.rows * grid.columns; cell++) {
                for (int n = 0; n < grid.each; n++) {
                    places[i++] = (cell % grid.columns + 0.5) / grid.columns;
                    places[i++] = (cell / grid.columns + 0.5) / grid.rows;
                }
            }
        }
        return places;
    }
}
