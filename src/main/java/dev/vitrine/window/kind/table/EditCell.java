package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Column;
import dev.vitrine.kind.table.TableCsv;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// A cell that becomes a field to type in: Enter and Tab keep what is typed, Esc does not.
final class EditCell extends Cell {
    private final TextField field = new TextField();

    EditCell(Column column) {
        super(column);
        field.getStyleClass().add("cell-field");
        field.setOnAction(e -> keep());
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        cancelEdit();
                        e.consume();
                    } else if (e.getCode() == KeyCode.TAB) {
                        keep();
                        e.consume();
                    }
                });
        field.focusedProperty()
                .subscribe((was, now) -> {
                    if (!now && isEditing()) {
                        keep();
                    }
                });
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            Object item = getItem();
            field.setText(item == null ? "" : item.toString());
            field.setAccessibleText(getTableColumn().getText());
            setGraphic(field);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        still();
    }

    @Override
    public void commitEdit(@Nullable Object value) {
        super.commitEdit(value);
        still();
    }

    private void keep() {
        if (isEditing()) {
            Object typed = TableCsv.cell(field.getText());
            if (Objects.equals(typed, getItem())) {
                cancelEdit();
            } else {
                commitEdit(typed);
            }
        }
    }

    private void still() {
        setContentDisplay(ContentDisplay.LEFT);
        setGraphic(null);
        getTableView().requestFocus();
    }
}
