package dev.vitrine.window;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import java.util.List;

/// Facts in one line, as many of them as there is room for: one that would be cut off is left to
/// the tooltip.
final class Facts extends Label {
    private static final String BETWEEN = " \u00b7 ";

    private List<String> all = List.of();

    Facts() {
        getStyleClass().add("card-facts");
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        widthProperty().subscribe(this::fit);
        fontProperty().subscribe(this::fit);
    }

    /// @param facts what matters more first
    void show(List<String> facts) {
        all = facts;
        String whole = String.join(BETWEEN, facts);
        setTooltip(whole.isEmpty() ? null : new Tooltip(whole));
        setAccessibleText(whole);
        setText(whole);
        fit();
    }

    private void fit() {
        for (int count = all.size(); count >= 0; count--) {
            setText(String.join(BETWEEN, all.subList(0, count)));
            if (getWidth() == 0 || prefWidth(-1) <= getWidth()) {
                return;
            }
        }
    }
}
