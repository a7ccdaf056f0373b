package dev.vitrine.window.kind.label;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Held;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A class to choose where the port names its classes, taken as certain; any label's JSON can be
/// typed into the same field.
final class LabelEditor implements Editor<Label> {
    private final Port port;
    private final List<String> classes;
    private final Held<Label> held;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ComboBox<String> field = new ComboBox<>();
    private boolean showing;

    LabelEditor(Port port) {
        this.port = port;
        this.classes = LabelKind.labels(port);
        this.held = new Held<>(new LabelKind(), port);
        field.getItems().setAll(classes);
        field.setEditable(true);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(port.label());
        field.setPromptText(classes.isEmpty() ? "{\"confidences\": […]}" : "Choose a class");
        field.getStyleClass().add("kind-label");
        field.getEditor().textProperty().subscribe(this::typed);
        set(held.standard());
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Label> valueProperty() {
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
    public void set(@Nullable Label value) {
        showing = true;
        field.setValue(value == null ? null : textOf(value));
        field.getEditor().setText(value == null ? "" : textOf(value));
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

    private String textOf(Label value) {
        return value.equals(certain(value.label())) && classes.contains(value.label())
                ? value.label()
                : new LabelKind().encode(port, value).toString();
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        if (text.isBlank()) {
            held.put(null);
        } else if (classes.contains(text)) {
            held.put(certain(text));
        } else {
            held.read(new Raw.Text(text));
        }
    }

    private static Label certain(String name) {
        return new Label(List.of(new Confidence(name, 1)));
    }
}
