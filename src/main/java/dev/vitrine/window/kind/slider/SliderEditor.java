package dev.vitrine.window.kind.slider;

import atlantafx.base.controls.ProgressSliderSkin;

import dev.vitrine.kind.slider.SliderKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.number.Steps;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.stream.DoubleStream;

/// A slider that stops at the port's steps, with a field beside it that takes any exact number.
///
/// It always stands somewhere, so emptying it brings back the port's default, or its least number.
final class SliderEditor extends PortEditor<Double> {
    private static final int LEAST_COLUMNS = 4;

    private final Slider slider = new Slider();
    private final TextField field = new TextField();
    private final HBox node = new HBox(slider, field);

    SliderEditor(Port port) {
        super(new SliderKind(), port);
        slider.setMin(port.limits().min().orElse(0));
        slider.setMax(port.limits().max().orElse(1));
        slider.setBlockIncrement(Steps.width(port));
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setAccessibleText(port.label());
        field.setAccessibleText(port.label() + ", exact");
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPrefColumnCount(columns());
        field.setMinWidth(TextField.USE_PREF_SIZE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        node.getStyleClass().add("kind-slider");
        node.setAlignment(Pos.CENTER_LEFT);
        port.option("unit", String.class)
                .ifPresent(unit -> {
                    Label label = new Label(unit);
                    label.getStyleClass().add("unit");
                    node.getChildren().add(label);
                });
        slider.valueProperty().subscribe(v -> slid(v.doubleValue()));
        field.textProperty().subscribe(this::wrote);
        set(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void set(@Nullable Double value) {
        Double standard = held().standard();
        double shown = value != null ? value : standard != null ? standard : Steps.start(port());
        quietly(() -> {
            slider.setValue(shown);
            field.setText(Steps.text(port(), shown));
        });
        held().put(value == null ? Double.valueOf(shown) : value);
    }

    @Override
    public Node focus() {
        return slider;
    }

    private void slid(double position) {
        if (isQuiet()) {
            return;
        }
        double stop = Steps.nearest(port(), position);
        quietly(() -> {
            slider.setValue(stop);
            field.setText(Steps.text(port(), stop));
        });
        Double now = held().get();
        if (now == null || now != stop) {
            held().put(stop);
        }
    }

    private void wrote(String text) {
        if (isQuiet()) {
            return;
        }
        typed(text);
        Double read = held().get();
        if (read != null) {
            quietly(() -> slider.setValue(read));
        }
    }

    /// It always stands somewhere, so an emptied field is a wrong one.
    @Override
    protected boolean isEmpty(String text) {
        return false;
    }

    /// Room for the longest number that the slider stops at, and as much under short ones, so that
    /// sliders end on one line.
    private int columns() {
        return DoubleStream.of(
                        slider.getMin(),
                        slider.getMax(),
                        Steps.nearest(port(), slider.getMin() + Steps.width(port())))
                .mapToObj(v -> Steps.text(port(), v))
                .mapToInt(String::length)
                .reduce(LEAST_COLUMNS, Math::max);
    }
}
