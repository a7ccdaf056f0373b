package dev.vitrine.window.kind.colour;

import dev.vitrine.kind.colour.ColourKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// A field for the digits, with a palette beside it.
final class ColourEditor extends PortEditor<String> {
    private static final int FULL = 255;

    /// What the palette stands at where there is no colour: one that none of its squares has, so
    /// that picking any of them is a change.
    private static final Color NONE = Color.TRANSPARENT;

    private final TextField digits = new TextField();
    private final ColorPicker palette = new ColorPicker(NONE);
    private final HBox node = new HBox(digits, palette);

    ColourEditor(Port port) {
        super(new ColourKind(), port);
        digits.setAccessibleText(port.label());
        digits.setPromptText(ColourKind.mayShineThrough(port) ? "#rrggbbaa" : "#rrggbb");
        palette.setAccessibleText(port.label() + ", palette");
        HBox.setHgrow(digits, Priority.ALWAYS);
        node.getStyleClass().addAll("kind-colour", "colour-row");
        digits.textProperty().subscribe(this::wrote);
        palette.valueProperty().subscribe(this::picked);
        set(held().standard());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void set(@Nullable String value) {
        quietly(() -> {
            digits.setText(value == null ? "" : value);
            paint(value);
        });
        held().put(value);
    }

    @Override
    public Node focus() {
        return digits;
    }

    private void wrote(String text) {
        if (!isQuiet()) {
            typed(text);
            quietly(() -> paint(held().get()));
        }
    }

    private void picked(@Nullable Color colour) {
        if (!isQuiet() && colour != null) {
            String text = text(colour);
            quietly(() -> digits.setText(text));
            held().put(text);
        }
    }

    private void paint(@Nullable String value) {
        palette.setValue(value == null ? NONE : Color.web(value));
    }

    private String text(Color colour) {
        String opaque =
                String.format(
                        Locale.ROOT,
                        "#%02x%02x%02x",
                        Math.round(colour.getRed() * FULL),
                        Math.round(colour.getGreen() * FULL),
                        Math.round(colour.getBlue() * FULL));
        return ColourKind.mayShineThrough(port()) && !colour.isOpaque()
                ? opaque
                        + String.format(Locale.ROOT, "%02x", Math.round(colour.getOpacity() * FULL))
                : opaque;
    }
}
