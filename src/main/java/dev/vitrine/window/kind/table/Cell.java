package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Column;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A cell that writes its value as its column does; one that may be cut short has a tooltip.
class Cell extends TableCell<List<@Nullable Object>, Object> {
    private static final int SHORT = 16;

    private final Column column;
    private final Tooltip tooltip = new Tooltip();

    Cell(Column column) {
        this.column = column;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        if (column.numeric()) {
            getStyleClass().add("figure");
        }
    }

    @Override
    protected void updateItem(@Nullable Object item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty ? "" : column.text(item);
        setText(text);
        String whole = item == null || empty ? "" : String.valueOf(item);
        boolean more = text.length() > SHORT || item instanceof Double && !whole.equals(text);
        tooltip.setText(more ? whole.substring(0, Math.min(2000, whole.length())) : "");
        setTooltip(more ? tooltip : null);
    }
}
