package dev.vitrine.window.kind.image;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

import java.util.Locale;

/// How much of what lies over a picture is seen.
public final class Opacity {
    private static final double STEP = 0.05;

    private final Slider slider;
    private final Label figure = new Label();
    private final HBox node;

    /// @param start what it is at first, 0 to 1
    public Opacity(double start) {
        slider = new Slider(0, 1, start);
        node = new HBox(figure, slider);
        node.getStyleClass().add("opacity-tool");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText("Opacity");
        slider.valueProperty()
                .subscribe(v ->
                        figure.setText(
                                String.format(
                                        Locale.ROOT, "opacity %.0f %%", 100 * v.doubleValue())));
    }

    public Node node() {
        return node;
    }

    public DoubleProperty valueProperty() {
        return slider.valueProperty();
    }

    public void setDisable(boolean now) {
        slider.setDisable(now);
    }
}
