package dev.vitrine.window.kind.table;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// A table from a file, or from a spreadsheet by way of the clipboard; it is read in the
/// background.
final class TableEditor extends PortEditor<Table> {
    private static final TableKind KIND = new TableKind();
    private static final List<String> FILES = List.of("csv", "tsv", "txt", "json");
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    private final Desktop desktop;
    private final Grid grid;
    private final Button clear = Tools.icon(Feather.TRASH_2, "Remove", () -> set(null));
    private final List<Node> tools;

    TableEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        grid =
                new Grid(
                        port.label(),
                        desktop,
                        "Open or drop a CSV file, or paste from a spreadsheet");
        grid.node()
                .setOnKeyPressed(e -> {
                    if (PASTE.match(e)) {
                        take(desktop.clipboard());
                    }
                });
        tools =
                List.of(
                        Tools.button("Open…", this::open),
                        Tools.button("Paste", () -> take(desktop.clipboard())),
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
        grid.show(value);
        clear.setDisable(value == null);
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
        caption(Grid.caption(held().get()));
    }

    private void open() {
        desktop.chooseFile(
                        "Open a table",
                        List.of(
                                new Desktop.Filter(
                                        "Tables", FILES.stream().map("*."::concat).toList()),
                                Desktop.Filter.ALL))
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
        if (!offer.files().isEmpty()) {
            open(offer.files().getFirst());
        } else {
            String text = offer.text().orElse("");
            read(() -> KIND.decode(port(), new Raw.Text(text)));
        }
    }
}
