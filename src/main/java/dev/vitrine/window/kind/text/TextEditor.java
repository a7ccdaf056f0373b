package dev.vitrine.window.kind.text;

import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

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
public final class TextEditor extends PortEditor<String> {
    /// Characters that a field lays out without delay.
    private static final int MOST = 100_000;

    private final TextInputControl field;
    private final Desktop desktop;
    private final List<Node> tools;

    /// @param kind text, or what is written as text
    /// @param lines the height of the field where the port does not say
    public TextEditor(TextKind kind, Port port, int lines, Desktop desktop) {
        super(kind, port);
        int height = port.option("lines", Number.class).map(Number::intValue).orElse(lines);
        field = height > 1 ? new Area(height) : new TextField();
        field.getStyleClass().add("kind-text");
        field.setPromptText(prompt());
        field.setAccessibleText(port.label());
        this.desktop = desktop;
        tools = height > 1 ? List.of(Tools.button("Paste", this::paste)) : List.of();
        field.textProperty().subscribe(this::typed);
        valueProperty().subscribe(this::count);
        set(held().standard());
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
    public void set(@Nullable String value) {
        boolean few = value == null || value.length() <= MOST;
        quietly(() -> field.setText(value == null || !few ? "" : value));
        field.setPromptText(few ? prompt() : "Too long to show here; type to replace it");
        held().put(value);
    }

    @Override
    public Node focus() {
        return field;
    }

    /// White space is text.
    @Override
    protected boolean isEmpty(String text) {
        return text.isEmpty();
    }

    /// An area that takes what is pasted into it by way of the editor.
    private final class Area extends TextArea {
        Area(int lines) {
            setWrapText(true);
            setPrefRowCount(lines);
        }

        @Override
        public void paste() {
            if (isEditable()) {
                TextEditor.this.paste();
            }
        }
    }

    /// A text that is too long for the field becomes the value as a whole.
    private void paste() {
        desktop.clipboard()
                .text()
                .ifPresent(text -> {
                    if (field.getLength() + text.length() > MOST) {
                        set(text);
                    } else {
                        field.replaceSelection(text);
                    }
                });
        field.requestFocus();
    }

    private void count(@Nullable String value) {
        port().limits()
                .maxLength()
                .ifPresent(most -> {
                    int length = value == null ? 0 : value.codePointCount(0, value.length());
                    caption(NumberText.grouped(length) + " / " + NumberText.grouped(most));
                });
    }

    /// What stands in an empty field: the port's own words, else the default that then holds.
    private String prompt() {
        String standard = held().standard();
        return port().option("placeholder", String.class).orElse(standard == null ? "" : standard);
    }
}
