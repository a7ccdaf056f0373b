package dev.vitrine.window.kind.text;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Text that wraps, scrolls where it is long, and can be selected.
final class TextViewer extends PortViewer<String> {
    /// Characters that an area lays out without delay.
    private static final int MOST = 100_000;

    private static final int ROWS = 6;
    private static final double LINE = 16;
    private static final double AROUND = 32;
    private static final double CLOSE = 0.02;

    private final TextArea area = new TextArea();
    private final Button copy;
    private final Button save;

    TextViewer(Port port, Desktop desktop) {
        super(port, desktop);
        area.getStyleClass().addAll("kind-text", "text-answer");
        area.setEditable(false);
        area.setWrapText(true);
        int rows = port.option("lines", Number.class).map(Number::intValue).orElse(ROWS);
        area.setPrefHeight(rows * LINE + AROUND);
        area.setAccessibleText(port.label());
        copy = copies("Copy", text -> text);
        save = saves("Save the text", "txt", text -> text.getBytes(StandardCharsets.UTF_8));
        show(null);
    }

    @Override
    public Node node() {
        return area;
    }

    /// What streams in is followed by who reads its end, and stays where anybody else has scrolled
    /// to.
    @Override
    protected void render(@Nullable String before, @Nullable String value) {
        if (value != null && value.length() > MOST) {
            // cut in front of a character, not within one
            int end = Character.isLowSurrogate(value.charAt(MOST)) ? MOST - 1 : MOST;
            area.setText(value.substring(0, end));
            copy.setDisable(false);
            save.setDisable(false);
            caption(
                    "first %s of %s characters"
                            .formatted(
                                    NumberText.grouped(end), NumberText.grouped(value.length())));
            return;
        }
        caption("");
        if (value != null && before != null && !before.isEmpty() && value.startsWith(before)) {
            double top = area.getScrollTop();
            boolean follows = isAtEnd();
            area.appendText(value.substring(before.length()));
            if (!follows) {
                area.setScrollTop(top);
            }
        } else {
            area.setText(value == null ? "" : value);
            copy.setDisable(area.getText().isEmpty());
            save.setDisable(area.getText().isEmpty());
        }
    }

    private boolean isAtEnd() {
        return area.lookup(".scroll-pane") instanceof ScrollPane pane
                && pane.getVvalue() >= pane.getVmax() - CLOSE;
    }
}
