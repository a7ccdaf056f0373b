package dev.vitrine.window;

import dev.vitrine.window.CallRow.Outcome;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

/// The row of one call; a double click opens it.
final class CallTableRow extends TableRow<CallRow> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass UNDER_WAY = PseudoClass.getPseudoClass("under-way");

    /// @param open opens the call that is chosen
    CallTableRow(Runnable open) {
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && !isEmpty()) {
                open.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CallRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            pseudoClassStateChanged(FAILED, false);
            pseudoClassStateChanged(UNDER_WAY, false);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        pseudoClassStateChanged(FAILED, item.outcome() == Outcome.FAILED);
        pseudoClassStateChanged(UNDER_WAY, item.outcome() == Outcome.UNDER_WAY);
        setAccessibleText(item.words());
        setTooltip(new Tooltip(tip(item)));
    }

    private static String tip(CallRow row) {
        String from = row.client() + "\n" + row.call().caller().address();
        return row.call().complaint().isEmpty() ? from : from + "\n" + row.call().complaint();
    }
}
