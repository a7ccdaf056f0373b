package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Table;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Tables: rows to sort, select and copy; as an input a CSV file to open or cells to paste.
public final class TableFace implements Face<Table> {
    @Override
    public String kind() {
        return "table";
    }

    @Override
    public Editor<Table> editor(Port port, Desktop desktop) {
        return new TableEditor(port, desktop);
    }

    @Override
    public Viewer<Table> viewer(Port port, Desktop desktop) {
        return new TableViewer(port, desktop);
    }
}
