package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.tensor.Statistics;
import dev.vitrine.window.kind.NumberText;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Least, greatest, mean and deviation side by side, with a word where some elements are no finite
/// numbers.
final class StatisticsRow extends HBox {
    private static final String NONE = "–";

    private final List<Label> values =
            List.of(new Label(), new Label(), new Label(), new Label(), new Label());

    StatisticsRow() {
        getStyleClass().add("statistics");
        List<String> names = List.of("min", "max", "mean", "std", "not finite");
        for (int i = 0; i < names.size(); i++) {
            Label name = new Label(names.get(i));
            name.getStyleClass().add("statistic-name");
            VBox one = new VBox(name, values.get(i));
            one.setPrefWidth(0);
            one.setMinWidth(0);
            HBox.setHgrow(one, Priority.ALWAYS);
            one.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(one);
        }
        show(null);
    }

    /// The same in a few words.
    static String words(Statistics s) {
        String odd = s.odd() == 0 ? "" : NumberText.brief(s.odd()) + " not finite";
        return Double.isNaN(s.min())
                ? odd
                : "%s to %s, mean %s%s"
                        .formatted(
                                NumberText.brief(s.min()),
                                NumberText.brief(s.max()),
                                NumberText.brief(s.mean()),
                                odd.isEmpty() ? "" : ", " + odd);
    }

    void show(@Nullable Statistics s) {
        boolean none = s == null || Double.isNaN(s.min());
        double[] all =
                s == null
                        ? new double[4]
                        : new double[] {s.min(), s.max(), s.mean(), s.deviation()};
        for (int i = 0; i < all.length; i++) {
            values.get(i).setText(none ? NONE : NumberText.brief(all[i]));
        }
        values.getLast().setText(s == null ? NONE : NumberText.brief(s.odd()));
        getChildren().getLast().setVisible(s != null && s.odd() > 0);
    }
}
