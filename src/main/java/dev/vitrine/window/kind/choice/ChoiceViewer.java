package dev.vitrine.window.kind.choice;

import dev.vitrine.kind.choice.ChoiceKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/// The name of the choice, in large.
final class ChoiceViewer extends PortViewer<Object> {
    private static final ChoiceKind KIND = new ChoiceKind();

    private final Label name = new Label();

    ChoiceViewer(Port port, Desktop desktop) {
        super(port, desktop);
        name.getStyleClass().addAll("kind-choice", "large-answer");
        name.setMaxWidth(Double.MAX_VALUE);
        copies("Copy", value -> KIND.text(port, value));
        show(null);
    }

    @Override
    public Node node() {
        return name;
    }

    @Override
    protected void render(@Nullable Object before, @Nullable Object value) {
        String words = value == null ? "–" : KIND.text(port(), value);
        name.setText(words);
        name.setTooltip(value == null ? null : new Tooltip(words));
    }
}
