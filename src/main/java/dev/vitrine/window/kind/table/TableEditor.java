package dev.vitrine.window.kind.table;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.table.DeclaredColumns;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableCsv;
import dev.vitrine.kind.table.TableEdits;
import dev.vitrine.kind.table.TableKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table that is typed, read from a file, or pasted from a spreadsheet: as a whole, or over the
/// cells from the chosen one on. Files are read in the background.
///
/// Each change makes a new table, so that the form's undo takes it back.
final class TableEditor extends PortEditor<Table> {
    /// With more cells than these each change would take longer than a hand waits.
    private static final int MOST_CELLS = 200_000;

    private static final TableKind KIND = new TableKind();
    private static final List<String> FILES = List.of("csv", "tsv", "txt", "json");
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    /// As many columns as a table has that somebody begins to type without a word on them.
    private static final int COLUMNS = 3;

    private final Desktop desktop;
    private final DeclaredColumns declared;
    private final Grid grid;
    private final Selected selected;
    private final Button add = Tools.button("Add row", this::add);
    private final Button remove = Tools.button("Remove rows", this::remove);
    private final Button clear = Tools.icon(Feather.TRASH_2, "Remove", () -> set(null));
    private final List<Node> tools;

    TableEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        declared = DeclaredColumns.of(port);
        grid =
                new Grid(
                        port.label(),
                        desktop,
                        "Open or drop a CSV file, paste from a spreadsheet, or add a row",
                        EditCell::new);
        selected = new Selected(grid.node());
        grid.node().getSelectionModel().setCellSelectionEnabled(true);
        grid.onTyped(this::typed);
        grid.node().setOnKeyPressed(this::key);
        tools =
                List.of(
                        Tools.button("Open…", this::open),
                        Tools.button("Paste", () -> take(desktop.clipboard())),
                        add,
                        remove,
                        grid.filter(),
                        clear);
        desktop.onDrop(grid.node(), TableEditor::wants, this::take);
        set(held().standard());
    }

    @Override
    public Node node() {
        return grid.node();
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public void set(@Nullable Table value) {
        cancel();
        boolean editable = value == null || isEditable(value);
        grid.node().setEditable(editable);
        grid.show(value);
        clear.setDisable(value == null);
        add.setDisable(!editable);
        remove.setDisable(value == null || !editable);
        held().put(value);
        describe();
    }

    @Override
    public Node focus() {
        return grid.node();
    }

    @Override
    public void close() {
        super.close();
        grid.show(null);
    }

    @Override
    protected void describe() {
        Table now = held().get();
        String size = Grid.caption(now);
        caption(now == null || isEditable(now) ? size : size + ", read-only");
    }

    private static boolean isEditable(Table table) {
        return (long) table.rows().size() * table.headers().size() <= MOST_CELLS;
    }

    private void key(KeyEvent event) {
        if (PASTE.match(event)) {
            take(desktop.clipboard());
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && grid.node().isEditable()) {
            empty();
            event.consume();
        }
    }

    /// Takes what somebody typed into a cell.
    private void typed(List<@Nullable Object> row, int column, @Nullable Object cell) {
        Table now = held().get();
        int at = now == null ? -1 : Selected.indexOf(now, row);
        if (now != null && at >= 0) {
            set(TableEdits.with(now, at, column, declared.cast(column, cell)));
        }
    }

    private void add() {
        Table now = held().get();
        if (now == null) {
            set(TableEdits.empty(headers(), 1));
            selected.choose(0, 0);
            return;
        }
        int at = selected.row(now).orElse(now.rows().size() - 1) + 1;
        set(TableEdits.insert(now, at));
        selected.choose(at, 0);
    }

    private List<String> headers() {
        return declared.isEmpty()
                ? IntStream.rangeClosed(1, COLUMNS).mapToObj(i -> "column " + i).toList()
                : declared.headers();
    }

    private void remove() {
        Table now = held().get();
        if (now != null) {
            set(TableEdits.without(now, selected.rows(now)));
        }
    }

    /// Leaves nothing in the cells that are selected.
    private void empty() {
        Table now = held().get();
        if (now != null) {
            Table less = now;
            for (Selected.Place place : selected.places(now)) {
                less = TableEdits.with(less, place.row(), place.column(), null);
            }
            set(less);
        }
    }

    private void open() {
        desktop.chooseFile("Open a table", Desktop.Filter.of("Tables", FILES))
                .ifPresent(this::open);
    }

    private void open(Path file) {
        read(() -> KIND.decode(port(), FileAccess.read(port(), file)));
    }

    private static boolean wants(Offer offer) {
        return !offer.files().isEmpty()
                && FILES.contains(FileAccess.extension(offer.files().getFirst().toString()));
    }

    private void take(Offer offer) {
        Table now = held().get();
        String text = offer.text().orElse("");
        if (!offer.files().isEmpty()) {
            open(offer.files().getFirst());
        } else if (now != null && isEditable(now) && selected.first(now).isPresent()) {
            Selected.Place place = selected.first(now).get();
            read(() -> over(now, place, text));
        } else {
            read(() -> KIND.decode(port(), new Raw.Text(text)));
        }
    }

    /// A table with the cells of a spreadsheet over its own.
    private Table over(Table now, Selected.Place place, String text) {
        List<List<@Nullable Object>> block = new ArrayList<>();
        for (List<@Nullable Object> row : TableCsv.cells(text)) {
            List<@Nullable Object> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(declared.cast(place.column() + i, row.get(i)));
            }
            block.add(cells);
        }
        return TableEdits.paste(now, place.row(), place.column(), block, declared.isEmpty());
    }
}
