package dev.vitrine.window.kind.toggle;

import dev.vitrine.kind.toggle.ToggleKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Switch;

import javafx.geometry.HorizontalDirection;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// A switch with the word for where it stands.
///
/// It always stands somewhere, so emptying it brings back the port's default, or no.
final class ToggleEditor extends PortEditor<Boolean> {
    private static final ToggleKind KIND = new ToggleKind();

    private final Switch control = new Switch();
    private final HBox node = new HBox(control);

    ToggleEditor(Port port) {
        super(KIND, port);
        node.getStyleClass().add("kind-toggle");
        control.setLabelPosition(HorizontalDirection.RIGHT);
        control.setAccessibleText(port.label());
        control.selectedProperty().subscribe(this::switched);
        set(held().standard());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void set(@Nullable Boolean value) {
        Boolean standard = held().standard();
        Boolean now = value != null ? value : standard != null ? standard : Boolean.FALSE;
        quietly(() -> control.setSelected(now));
        control.setText(KIND.text(port(), now));
        held().put(now);
    }

    @Override
    public Node focus() {
        return control;
    }

    private void switched(boolean on) {
        if (!isQuiet()) {
            control.setText(KIND.text(port(), on));
            held().put(on);
        }
    }
}
