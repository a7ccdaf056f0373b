package dev.vitrine.window.kind.log;

import dev.vitrine.kind.log.LogLines;
import dev.vitrine.kind.log.LogLines.Line;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// The last lines of a log; what comes is followed by who reads its end, and stays where anybody
/// else has scrolled to. The keys for Copy take the selected lines.
final class LogViewer extends PortViewer<String> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// Characters whose lines are told apart in a few milliseconds.
    private static final int QUICK = 100_000;

    private static final int ROWS = 12;
    private static final double ROW = 18;
    private static final double AROUND = 18;

    private final Desktop desktop;
    private final ListView<Line> list = new ListView<>();
    private final Desk<String, LogLines> desk =
            new Desk<>(text -> text.length() <= QUICK, LogLines::of, this::put);

    LogViewer(Port port, Desktop desktop) {
        super(port, desktop);
        this.desktop = desktop;
        list.getStyleClass().addAll("kind-log", "log-lines");
        list.setFixedCellSize(ROW);
        int rows = port.option("lines", Number.class).map(Number::intValue).orElse(ROWS);
        list.setPrefHeight(rows * ROW + AROUND);
        list.setMinHeight(rows * ROW + AROUND);
        list.setCellFactory(view -> new LogCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new Label(""));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        copiesLong("Copy", LogLines::plain);
        saves("Save the log", "txt", text -> LogLines.plain(text).getBytes(StandardCharsets.UTF_8));
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

    private void put(@Nullable LogLines log) {
        boolean follows = isAtEnd();
        if (log == null) {
            list.getItems().clear();
            list.setAccessibleText(port().label() + ", empty");
            caption("");
            return;
        }
        list.getItems().setAll(log.lines());
        String total = NumberText.counted(log.total(), "line");
        caption(
                log.total() > log.lines().size()
                        ? "last %s of %s".formatted(NumberText.grouped(log.lines().size()), total)
                        : total);
        list.setAccessibleText(port().label() + ", " + total);
        if (follows && !log.lines().isEmpty()) {
            list.scrollTo(log.lines().size() - 1);
        }
    }

    private boolean isAtEnd() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getLastVisibleCell() instanceof IndexedCell<?> last) {
            return last.getIndex() >= list.getItems().size() - 2;
        }
        return true;
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            desktop.copy(
                    list.getSelectionModel().getSelectedItems().stream()
                            .map(Line::text)
                            .collect(Collectors.joining("\n")));
            event.consume();
        }
    }
}
