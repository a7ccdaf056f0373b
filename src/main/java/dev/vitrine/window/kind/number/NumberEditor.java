package dev.vitrine.window.kind.number;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// A field for a number, with arrows that move it by the port's step, and the unit behind it.
final class NumberEditor extends PortEditor<Double> {
    private final Spinner<String> field = new Spinner<>();
    private final HBox node = new HBox(field);

    NumberEditor(Port port) {
        super(new NumberKind(), port);
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
        if (NumberKind.isRolled(port)) {
            Button dice = Tools.icon(Feather.SHUFFLE, "Roll another", this::roll);
            dice.setAccessibleText("Roll another " + port.label());
            node.getChildren().add(dice);
        }
        field.getEditor().textProperty().subscribe(this::typed);
        set(held().standard());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void set(@Nullable Double value) {
        quietly(() -> field.getEditor().setText(value == null ? "" : NumberKind.plain(value)));
        held().put(value);
    }

    @Override
    public Node focus() {
        return field;
    }

    /// What stands in an empty field: the default that then holds.
    private String prompt() {
        Double standard = held().standard();
        return standard == null ? "" : NumberKind.plain(standard);
    }

    /// Takes any of the port's stops, and another than now where there are two.
    private void roll() {
        double least = port().limits().min().orElse(0);
        double most = port().limits().max().orElse(1);
        if (Steps.from(port(), least, 1) == least) {
            return;
        }
        double next = Steps.nearest(port(), ThreadLocalRandom.current().nextDouble(least, most));
        Double now = held().get();
        if (now != null && next == now) {
            double above = Steps.from(port(), next, 1);
            next = above == next ? Steps.from(port(), next, -1) : above;
        }
        field.getEditor().setText(NumberKind.plain(next));
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
            Double now = held().get();
            double next = now == null ? Steps.start(port()) : Steps.from(port(), now, steps);
            field.getEditor().setText(NumberKind.plain(next));
            setValue(Objects.requireNonNull(field.getEditor().getText()));
        }
    }
}
