package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Table;
import dev.vitrine.window.kind.Rows;

import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which cells of a table are selected, whatever order and filter it is shown in.
record Selected(TableView<List<@Nullable Object>> view) {
    /// A cell by its place in the table.
    record Place(int row, int column) {}

    /// Which row of a table this one is, by its identity; -1 where it is none.
    static int indexOf(Table table, List<@Nullable Object> row) {
        for (int i = 0; i < table.rows().size(); i++) {
            if (table.rows().get(i) == row) {
                return i;
            }
        }
        return -1;
    }

    /// All of them.
    List<Place> places(Table table) {
        List<Place> all = new ArrayList<>();
        for (TablePosition<?, ?> at : view.getSelectionModel().getSelectedCells()) {
            int column = view.getColumns().indexOf(at.getTableColumn());
            int row = row(table, at.getRow());
            if (row >= 0 && column >= 0) {
                all.add(new Place(row, column));
            }
        }
        return all;
    }

    /// The rows that hold one of them.
    Set<Integer> rows(Table table) {
        Set<Integer> rows = new HashSet<>();
        places(table).forEach(place -> rows.add(place.row()));
        return rows;
    }

    /// The first of them: the upper left one of those that were dragged over.
    Optional<Place> first(Table table) {
        return view.getSelectionModel().getSelectedCells().stream()
                .min((a, b) ->
                        a.getRow() != b.getRow()
                                ? Integer.compare(a.getRow(), b.getRow())
                                : Integer.compare(a.getColumn(), b.getColumn()))
                .map(at ->
                        new Place(
                                row(table, at.getRow()),
                                view.getColumns().indexOf(at.getTableColumn())))
                .filter(place -> place.row() >= 0 && place.column() >= 0);
    }

    /// The row of the last of them.
    OptionalInt row(Table table) {
        return places(table).stream().mapToInt(Place::row).max();
    }

    private int row(Table table, int shown) {
        return shown >= 0 && shown < view.getItems().size()
                ? indexOf(table, view.getItems().get(shown))
                : -1;
    }

    /// Selects one where it is shown, and brings it to sight.
    void choose(int row, int column) {
        if (row < view.getItems().size() && column < view.getColumns().size()) {
            view.getSelectionModel().clearAndSelect(row, view.getColumns().get(column));
            Rows.reveal(view, row);
        }
    }
}
