package dev.vitrine.window.kind.text;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Held;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.Tools;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A field for text, of as many lines as the port asks for; an area has a Paste button under it,
/// for those who came with something to try.
///
/// A control cannot show every character (a field drops line breaks), so the value it was given
/// stays the value until somebody types.
final class TextEditor implements Editor<String> {
    private final Port port;
    private final Held<String> held;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final TextInputControl field;
    private final List<Node> tools;
    private boolean showing;

    TextEditor(Port port, Desktop desktop) {
        this.port = port;
        this.held = new Held<>(new TextKind(), port);
        int lines = port.option("lines", Number.class).map(Number::intValue).orElse(1);
        field = lines > 1 ? area(lines) : new TextField();
        field.getStyleClass().add("kind-text");
        field.setPromptText(prompt());
        field.setAccessibleText(port.label());
        tools = lines > 1 ? List.of(Tools.button("Paste", () -> paste(desktop))) : List.of();
        field.textProperty().subscribe(this::typed);
        held.valueProperty().subscribe(this::count);
        set(held.standard());
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable String> valueProperty() {
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
    public void set(@Nullable String value) {
        showing = true;
        field.setText(value == null ? "" : value);
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

    private static TextArea area(int lines) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        return area;
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        if (text.isEmpty()) {
            held.put(null);
        } else {
            held.read(new Raw.Text(text));
        }
    }

    private void paste(Desktop desktop) {
        desktop.clipboard().text().ifPresent(field::replaceSelection);
        field.requestFocus();
    }

    private void count(@Nullable String value) {
        port.limits()
                .maxLength()
                .ifPresent(most -> {
                    int length = value == null ? 0 : value.codePointCount(0, value.length());
                    caption.set(NumberText.grouped(length) + " / " + NumberText.grouped(most));
                });
    }

    /// What stands in an empty field: the port's own words, else the default that then holds.
    private String prompt() {
        String standard = held.standard();
        return port.option("placeholder", String.class).orElse(standard == null ? "" : standard);
    }
}
