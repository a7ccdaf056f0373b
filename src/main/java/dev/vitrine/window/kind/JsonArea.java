package dev.vitrine.window.kind;

import dev.vitrine.kind.Kind;
import dev.vitrine.signature.Port;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// An editor for kinds whose values a person gives as the JSON that they are: an area to type it
/// in.
///
/// A value too long to lay out is held without being shown, until somebody types another.
///
/// @param <T> the Java type of the kind's values
public final class JsonArea<T> extends PortEditor<T> {
    /// Characters that the area shows without delay.
    private static final int FEW = 50_000;

    private final TextArea area = new TextArea();
    private final Function<T, String> json;
    private final String example;

    /// The JSON of a value on one line, with words about it in the caption.
    ///
    /// @param words what the caption says of a value, such as how much it holds
    public static <T> JsonArea<T> counted(Kind<T> kind, Port port, Function<T, String> words) {
        JsonArea<T> editor = new JsonArea<>(kind, port, 5, v -> kind.encode(port, v).toString());
        editor.valueProperty().subscribe(v -> editor.caption(v == null ? "" : words.apply(v)));
        return editor;
    }

    /// @param lines the height of the area
    /// @param json writes a value as the area shows it
    public JsonArea(Kind<T> kind, Port port, int lines, Function<T, String> json) {
        super(kind, port);
        this.json = json;
        this.example = kind.encode(port, kind.example(port)).toString();
        area.getStyleClass().addAll("kind-" + kind.id(), "json-area", "mono");
        area.setPrefRowCount(lines);
        area.setWrapText(true);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        set(held().standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void set(@Nullable T value) {
        String text = value == null ? "" : json.apply(value);
        boolean few = text.length() <= FEW;
        quietly(() -> area.setText(few ? text : ""));
        area.setPromptText(few ? example : "Too long to show; type to replace it");
        held().put(value);
    }

    @Override
    public Node focus() {
        return area;
    }
}
