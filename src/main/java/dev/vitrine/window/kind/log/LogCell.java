package dev.vitrine.window.kind.log;

import dev.vitrine.kind.log.LogLines.Level;
import dev.vitrine.kind.log.LogLines.Line;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// One line in the colour of its level.
final class LogCell extends ListCell<Line> {
    LogCell() {
        getStyleClass().add("log-line");
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(line == null || empty ? null : line.text());
        for (Level level : Level.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT)),
                    line != null && !empty && line.level() == level);
        }
    }
}
