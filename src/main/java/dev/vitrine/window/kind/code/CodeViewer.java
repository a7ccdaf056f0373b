package dev.vitrine.window.kind.code;

import dev.vitrine.kind.code.CodeKind;
import dev.vitrine.kind.code.Language.Piece;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Lines of code in the colours of their language; the keys for Copy take the selected ones.
final class CodeViewer extends PortViewer<String> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// Characters that are taken to pieces in a few milliseconds.
    private static final int QUICK = 100_000;

    private static final int ROWS = 12;
    private static final double ROW = 18;
    private static final double AROUND = 18;

    private final Desktop desktop;
    private final ListView<List<Piece>> list = new ListView<>();
    private final Desk<String, List<List<Piece>>> desk;

    CodeViewer(Port port, Desktop desktop) {
        super(port, desktop);
        this.desktop = desktop;
        desk =
                new Desk<>(
                        code -> code.length() <= QUICK,
                        code -> CodeKind.language(port).pieces(code),
                        this::put);
        list.getStyleClass().addAll("kind-code", "code-lines");
        list.setFixedCellSize(ROW);
        int rows = port.option("lines", Number.class).map(Number::intValue).orElse(ROWS);
        list.setPrefHeight(rows * ROW + AROUND);
        list.setMinHeight(rows * ROW + AROUND);
        list.setCellFactory(view -> new CodeCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new Label(""));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        copies("Copy", code -> code);
        saves("Save the code", "txt", code -> code.getBytes(StandardCharsets.UTF_8));
        show(null);
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    protected void render(@Nullable String before, @Nullable String value) {
        desk.take(value);
    }

    private void put(@Nullable List<List<Piece>> lines) {
        list.getItems().setAll(lines == null ? List.of() : lines);
        String words = lines == null ? "" : NumberText.counted(lines.size(), "line");
        caption(words);
        list.setAccessibleText(port().label() + ", " + (lines == null ? "empty" : words));
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            desktop.copy(
                    list.getSelectionModel().getSelectedItems().stream()
                            .map(line ->
                                    line.stream().map(Piece::text).collect(Collectors.joining()))
                            .collect(Collectors.joining("\n")));
            event.consume();
        }
    }
}
