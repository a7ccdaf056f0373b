package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableCsv;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// A table to sort and to copy from; the keys for Copy take the selected rows as a spreadsheet
/// takes them, the tools take all of it as CSV.
final class TableViewer extends PortViewer<Table> {
    private final Grid grid;

    TableViewer(Port port, Desktop desktop) {
        super(port, desktop);
        grid = new Grid(port.label(), desktop, "–");
        copiesLong("Copy CSV", table -> new String(TableCsv.write(table), StandardCharsets.UTF_8));
        saves("Save the table", "csv", TableCsv::write);
        tool(grid.filter());
        show(null);
    }

    @Override
    public Node node() {
        return grid.node();
    }

    @Override
    protected void render(@Nullable Table before, @Nullable Table value) {
        grid.show(value);
        caption(Grid.caption(value));
    }
}
