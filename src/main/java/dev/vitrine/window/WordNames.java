package dev.vitrine.window;

import dev.vitrine.model.format.Notation;
import dev.vitrine.model.format.Spec;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A list such as class names: how many there are and how they begin, and three ways to give
/// others, by hand with one on each line, from a text file, or from the clipboard.
final class WordNames implements WordControl {
    private static final int FEW = 40;
    private static final int ROWS = 6;

    private static final List<Desktop.Filter> TEXT =
            Desktop.Filter.of("Text files", List.of("txt", "csv", "names"));

    private final Spec item;
    private final Consumer<@Nullable Object> changed;
    private final Label summary = new Label();
    private final TextArea area = new TextArea();
    private final ToggleButton edit = Tools.toggle("Edit");
    private final HBox tools;
    private final VBox node = new VBox();
    private @Nullable Object shown;

    /// @param name what the list is of, for screen readers and choosers
    /// @param item what one item is
    /// @param file takes a file whose lines are the list
    WordNames(
            String name,
            Spec item,
            Desktop desktop,
            Consumer<@Nullable Object> changed,
            Consumer<Path> file) {
        this.item = item;
        this.changed = changed;
        Button open =
                Tools.button(
                        "Open…",
                        () ->
                                desktop.chooseFile(name + ", one on each line", TEXT)
                                        .ifPresent(file));
        Button paste =
                Tools.button(
                        "Paste", () -> desktop.clipboard().text().ifPresent(text -> take(text)));
        edit.setAccessibleText("Edit " + name);
        open.setAccessibleText("Open a file of " + name);
        paste.setAccessibleText("Paste " + name);
        tools = new HBox(edit, open, paste);
        tools.getStyleClass().add("tools-row");
        summary.getStyleClass().add("word-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox row = new HBox(summary, tools);
        row.getStyleClass().add("word-names");
        area.setPrefRowCount(ROWS);
        area.setAccessibleText(name + ", one on each line");
        area.visibleProperty().bind(edit.selectedProperty());
        area.managedProperty().bind(edit.selectedProperty());
        area.focusedProperty()
                .subscribe((was, now) -> {
                    if (was && !now) {
                        take(area.getText());
                    }
                });
        edit.selectedProperty()
                .subscribe((was, now) -> {
                    if (now) {
                        area.requestFocus();
                    }
                });
        node.getStyleClass().add("word-list");
        node.getChildren().setAll(row, area);
        say();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Control focus() {
        return edit;
    }

    @Override
    public void show(@Nullable Object value) {
        if (!Objects.equals(value, shown)) {
            shown = value;
            area.setText(value instanceof List<?> list ? lines(list) : "");
            say();
        }
    }

    @Override
    public void fix() {
        tools.setVisible(false);
        tools.setManaged(false);
    }

    @Override
    public void commit() {
        if (area.isFocused()) {
            take(area.getText());
        }
    }

    private void take(String text) {
        List<Object> items = Notation.lines(item, text);
        @Nullable Object value = items.isEmpty() ? null : items;
        if (!Objects.equals(value, shown) && !(shown instanceof String && items.isEmpty())) {
            show(value);
            changed.accept(value);
        }
    }

    private String lines(List<?> list) {
        return list.stream().map(v -> Notation.text(item, v)).collect(Collectors.joining("\n"));
    }

    private void say() {
        summary.setText(
                switch (shown) {
                    case List<?> list when !list.isEmpty() ->
                            list.size()
                                    + ": "
                                    + list.stream()
                                            .limit(FEW)
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))
                                    + (list.size() > FEW ? " …" : "");
                    case String file -> "from " + file;
                    case null, default -> "none";
                });
    }
}
