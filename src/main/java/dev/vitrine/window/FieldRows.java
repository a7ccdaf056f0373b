package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/// Fields one under the other, several narrow ones in turn two to a row, so that a form of many
/// numbers stays short.
final class FieldRows {
    private final List<Node> rows = new ArrayList<>();
    private final List<Node> narrow = new ArrayList<>();

    /// Puts a field below the ones before it.
    ///
    /// @param isNarrow whether it may share its row
    void add(PortField field, boolean isNarrow) {
        if (isNarrow) {
            narrow.add(field);
        } else {
            add(field);
        }
    }

    /// Puts something below that shares its row with nothing.
    void add(Node node) {
        pair();
        rows.add(node);
    }

    List<Node> rows() {
        pair();
        return rows;
    }

    private void pair() {
        if (narrow.size() == 1) {
            rows.addAll(narrow);
        } else {
            for (int i = 0; i < narrow.size(); i += 2) {
                Columns row = new Columns();
                row.getChildren()
                        .setAll(
                                narrow.get(i),
                                i + 1 < narrow.size() ? narrow.get(i + 1) : new Region());
                rows.add(row);
            }
        }
        narrow.clear();
    }
}
