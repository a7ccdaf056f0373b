package dev.vitrine.window.kind.text;

import dev.vitrine.signature.Problem;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.Viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Text that wraps, scrolls where it is long, and can be selected.
final class TextViewer implements Viewer<String> {
    private static final int ROWS = 6;

    private final TextArea area = new TextArea();
    private final Button copy;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable String shown;

    TextViewer(Desktop desktop) {
        area.getStyleClass().addAll("kind-text", "text-answer");
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(ROWS);
        copy = Tools.button("Copy", () -> copy(desktop));
        show(null);
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public List<Node> tools() {
        return List.of(copy);
    }

    @Override
    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What streams in stays where the reader has scrolled to.
    @Override
    public void show(@Nullable String value) {
        String before = shown;
        shown = value;
        copy.setDisable(value == null || value.isEmpty());
        if (value != null && before != null && !before.isEmpty() && value.startsWith(before)) {
            double top = area.getScrollTop();
            area.appendText(value.substring(before.length()));
            area.setScrollTop(top);
        } else {
            area.setText(value == null ? "" : value);
        }
    }

    @Override
    public void close() {
        show(null);
    }

    private void copy(Desktop desktop) {
        if (shown != null) {
            desktop.copy(shown);
            Tools.confirm(copy, "Copied");
        }
    }
}
