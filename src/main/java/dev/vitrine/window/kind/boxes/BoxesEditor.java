package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Held;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// The JSON of boxes, one on each line.
final class BoxesEditor implements Editor<Boxes> {
    /// Boxes that the area shows without delay.
    private static final int FEW = 200;

    private final Port port;
    private final BoxesKind kind = new BoxesKind();
    private final Held<Boxes> held;
    private final TextArea area = new TextArea();
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private boolean showing;

    BoxesEditor(Port port) {
        this.port = port;
        this.held = new Held<>(kind, port);
        area.getStyleClass().addAll("kind-boxes", "mono");
        area.setPrefRowCount(5);
        area.setAccessibleText(port.label());
        area.textProperty().subscribe(this::typed);
        held.valueProperty()
                .subscribe(v -> caption.set(v == null ? "" : Found.count(v.boxes().size())));
        set(held.standard());
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Boxes> valueProperty() {
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
    public void set(@Nullable Boxes value) {
        boolean few = value != null && value.boxes().size() <= FEW;
        showing = true;
        area.setText(few && value != null ? text(value) : "");
        area.setPromptText(
                value == null || few
                        ? text(kind.example(port))
                        : Found.count(value.boxes().size())
                                + ", too many to show; type to replace them");
        showing = false;
        held.put(value);
    }

    @Override
    public Node focus() {
        return area;
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

    private String text(Boxes value) {
        return value.boxes().stream()
                .map(b -> kind.encode(port, Boxes.of(b)).get("boxes").get(0).toString())
                .collect(Collectors.joining(",\n  ", "{\"boxes\": [\n  ", "\n]}"));
    }
}
