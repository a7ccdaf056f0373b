package dev.vitrine.window.kind.number;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Held;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// A field for a number, with arrows that move it by the port's step, and the unit behind it.
final class NumberEditor implements Editor<Double> {
    private final Port port;
    private final Held<Double> held;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final Spinner<String> field = new Spinner<>();
    private final HBox node = new HBox(field);
    private boolean showing;

    NumberEditor(Port port) {
        this.port = port;
        this.held = new Held<>(new NumberKind(), port);
        field.setEditable(true);
        // The spinner's own value is the text, so that whatever was typed stays.
        field.setValueFactory(new Arrows());
        field.getEditor().setPromptText(prompt());
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(port.label());
        HBox.setHgrow(field, Priority.ALWAYS);
        node.getStyleClass().add("kind-number");
        node.setAlignment(Pos.CENTER_LEFT);
        port.option("unit", String.class)
                .ifPresent(unit -> {
                    Label label = new Label(unit);
                    label.getStyleClass().add("unit");
                    node.getChildren().add(label);
                });
        field.getEditor().textProperty().subscribe(this::typed);
        set(held.standard());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Double> valueProperty() {
        return held.valueProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return held.problemProperty();
    }

    @Override
    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public void set(@Nullable Double value) {
        showing = true;
        field.getEditor().setText(value == null ? "" : NumberKind.plain(value));
        showing = false;
        held.put(value);
    }

    @Override
    public Node focus() {
        return field;
    }

    @Override
    public void close() {
        // Nothing outside it is listened to.
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        if (text.isBlank()) {
            held.put(null);
        } else {
            held.read(new Raw.Text(text));
        }
    }

    /// What stands in an empty field: the default that then holds.
    private String prompt() {
        Double standard = held.standard();
        return standard == null ? "" : NumberKind.plain(standard);
    }

    private final class Arrows extends SpinnerValueFactory<String> {
        @Override
        public void increment(int steps) {
            move(steps);
        }

        @Override
        public void decrement(int steps) {
            move(-steps);
        }

        private void move(int steps) {
            Double now = held.get();
            double next = now == null ? Steps.start(port) : Steps.from(port, now, steps);
            field.getEditor().setText(NumberKind.plain(next));
            setValue(Objects.requireNonNull(field.getEditor().getText()));
        }
    }
}
