package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One bar below the other, in columns that are the same in every row: names as wide as the longest
/// of them, figures as wide as their widest.
///
/// The classes that the port names count as well as those shown, so that the bars keep their place
/// while answers change.
final class Bars extends VBox {
    /// The most of a row that names take; longer ones are cut short and have a tooltip.
    private static final double MOST = 0.4;

    private final List<Bar> rows = new ArrayList<>();
    private final javafx.scene.control.Label longest = ruler("bar-name");
    private final javafx.scene.control.Label widest = ruler("bar-figure");

    /// @param count how many rows, which stand from the start
    /// @param classes the names that may come, as far as they are known
    Bars(int count, List<String> classes) {
        getStyleClass().add("label-rows");
        longest.setText(classes.stream().max(Comparator.comparing(String::length)).orElse(""));
        widest.setText("100.0 %");
        for (int i = 0; i < count; i++) {
            rows.add(new Bar(this));
        }
        getChildren().setAll(rows);
        getChildren().addAll(longest, widest);
    }

    int count() {
        return rows.size();
    }

    /// Shows as many classes as there are rows; null empties them.
    void show(@Nullable Label answer) {
        List<Confidence> all = answer == null ? List.of() : answer.confidences();
        for (int i = 0; i < rows.size(); i++) {
            if (answer == null || i >= all.size()) {
                rows.get(i).clear();
            } else {
                rows.get(i).show(answer, all.get(i));
            }
        }
    }

    /// The width of the column of names in a row of this width.
    double names(double width) {
        double wanted = rows.stream().mapToDouble(Bar::nameWidth).max().orElse(0);
        return snapSizeX(Math.min(MOST * width, Math.max(longest.prefWidth(-1), wanted)));
    }

    /// The width of the column of figures.
    double figures() {
        double wanted = rows.stream().mapToDouble(Bar::figureWidth).max().orElse(0);
        return snapSizeX(Math.max(widest.prefWidth(-1), wanted));
    }

    private static javafx.scene.control.Label ruler(String style) {
        javafx.scene.control.Label ruler = new javafx.scene.control.Label();
        ruler.getStyleClass().add(style);
        ruler.setManaged(false);
        ruler.setVisible(false);
        return ruler;
    }
}
