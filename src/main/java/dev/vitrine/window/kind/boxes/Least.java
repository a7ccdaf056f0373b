package dev.vitrine.window.kind.boxes;

import atlantafx.base.controls.ProgressSliderSkin;

import dev.vitrine.kind.boxes.Boxes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

import java.util.Optional;
import java.util.OptionalDouble;

/// The score from which boxes are shown. It hides and never runs the model again; there is no
/// slider where the run's own score is an input, which is set there.
final class Least {
    private static final double STEP = 0.05;

    private final Slider slider = new Slider(0, 1, 0);
    private final Label figure = new Label();
    private final HBox node = new HBox(figure, slider);
    private final boolean given;

    /// @param start where the slider begins; empty for none
    /// @param moved called when it has moved
    Least(OptionalDouble start, Runnable moved) {
        given = start.isPresent();
        node.getStyleClass().add("box-least");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText("Least score shown");
        slider.setValue(start.orElse(0));
        slider.valueProperty().subscribe(this::say);
        slider.valueProperty().subscribe((was, now) -> moved.run());
    }

    Optional<Node> node() {
        return given ? Optional.of(node) : Optional.empty();
    }

    double value() {
        return given ? slider.getValue() : 0;
    }

    void setDisable(boolean now) {
        slider.setDisable(now);
    }

    private void say(Number value) {
        figure.setText("from " + Boxes.words(value.doubleValue()));
    }
}
