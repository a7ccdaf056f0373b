package dev.vitrine.window.kind.range;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.range.Range;
import dev.vitrine.kind.range.RangeKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.number.Steps;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

import java.util.stream.DoubleStream;

/// A slider with a thumb for each end, between two fields that take any exact number.
///
/// It always stands somewhere, so emptying it brings back the port's default, or all there is.
final class RangeEditor extends PortEditor<Range> {
    private static final int LEAST_COLUMNS = 4;

    private final RangeSlider slider = new RangeSlider();
    private final TextField low = new TextField();
    private final TextField high = new TextField();
    private final HBox node = new HBox(low, slider, high);

    RangeEditor(Port port) {
        super(new RangeKind(), port);
        slider.setMin(port.limits().min().orElse(0));
        slider.setMax(port.limits().max().orElse(1));
        slider.setBlockIncrement(Steps.width(port));
        slider.setAccessibleText(port.label());
        HBox.setHgrow(slider, Priority.ALWAYS);
        node.getStyleClass().add("kind-range");
        node.setAlignment(Pos.CENTER_LEFT);
        field(low, "from");
        field(high, "to");
        port.option("unit", String.class)
                .ifPresent(unit -> {
                    Label label = new Label(unit);
                    label.getStyleClass().add("unit");
                    node.getChildren().add(label);
                });
        slider.skinProperty().subscribe(skin -> nameThumbs());
        slider.lowValueProperty().subscribe(v -> slid());
        slider.highValueProperty().subscribe(v -> slid());
        set(null);
    }

    private void field(TextField field, String end) {
        field.setAccessibleText(port().label() + ", " + end);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPrefColumnCount(columns());
        field.setMinWidth(TextField.USE_PREF_SIZE);
        field.textProperty().subscribe(text -> wrote());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void set(@Nullable Range value) {
        Range standard = held().standard();
        Range shown = value != null ? value : standard != null ? standard : RangeKind.whole(port());
        quietly(() -> {
            slide(shown);
            write(shown);
        });
        held().put(shown);
    }

    @Override
    public Node focus() {
        return low;
    }

    /// The skin's thumbs are what the Tab key stops at.
    private void nameThumbs() {
        name(slider.lookup(".low-thumb"), "from");
        name(slider.lookup(".high-thumb"), "to");
    }

    private void name(@Nullable Node thumb, String end) {
        if (thumb != null) {
            thumb.setAccessibleText(port().label() + ", " + end);
        }
    }

    private void slid() {
        if (isQuiet()) {
            return;
        }
        Range stop =
                new Range(
                        Steps.nearest(port(), slider.getLowValue()),
                        Steps.nearest(port(), slider.getHighValue()));
        quietly(() -> write(stop));
        if (!stop.equals(held().get())) {
            held().put(stop);
        }
    }

    private void wrote() {
        if (isQuiet()) {
            return;
        }
        held().read(new Raw.Text(low.getText() + " , " + high.getText()));
        Range read = held().get();
        if (read != null) {
            quietly(() -> slide(read));
        }
    }

    /// The slider keeps its thumbs in order at every moment, so the upper one makes room first.
    private void slide(Range to) {
        slider.setHighValue(slider.getMax());
        slider.setLowValue(to.low());
        slider.setHighValue(to.high());
    }

    private void write(Range range) {
        write(low, range.low());
        write(high, range.high());
    }

    /// A field that says the number already keeps its caret.
    private void write(TextField field, double number) {
        String text = Steps.text(port(), number);
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

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
