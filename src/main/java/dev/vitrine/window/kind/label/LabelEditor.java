package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A class to choose where the port names its classes, taken as certain; any label's JSON can be
/// typed into the same field.
final class LabelEditor extends PortEditor<Label> {
    private final List<String> classes;
    private final ComboBox<String> field = new ComboBox<>();

    LabelEditor(Port port) {
        super(new LabelKind(), port);
        this.classes = LabelKind.labels(port);
        field.getItems().setAll(classes);
        field.setEditable(true);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(port.label());
        field.setPromptText(classes.isEmpty() ? "{\"confidences\": […]}" : "Choose a class");
        field.getStyleClass().add("kind-label");
        field.getEditor().textProperty().subscribe(this::named);
        set(held().standard());
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public void set(@Nullable Label value) {
        quietly(() -> {
            field.setValue(value == null ? null : textOf(value));
            field.getEditor().setText(value == null ? "" : textOf(value));
        });
        held().put(value);
    }

    @Override
    public Node focus() {
        return field;
    }

    private String textOf(Label value) {
        return value.equals(certain(value.label())) && classes.contains(value.label())
                ? value.label()
                : new LabelKind().encode(port(), value).toString();
    }

    /// Takes a class by its name, or what the kind makes of the text.
    private void named(String text) {
        if (!isQuiet() && classes.contains(text)) {
            held().put(certain(text));
        } else {
            typed(text);
        }
    }

    private static Label certain(String name) {
        return new Label(List.of(new Confidence(name, 1)));
    }
}
