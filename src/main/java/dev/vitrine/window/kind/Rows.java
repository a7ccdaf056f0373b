package dev.vitrine.window.kind;

import javafx.scene.control.Control;
import javafx.scene.control.skin.VirtualFlow;

/// The rows of a list or a table that scrolls.
public final class Rows {
    private Rows() {}

    /// Brings a row to sight; one that is seen stays where it is, where a list's own `scrollTo`
    /// would move it to the top, with nothing below the last.
    public static void reveal(Control list, int row) {
        if (row >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(row);
        }
    }
}
