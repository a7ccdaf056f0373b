package dev.vitrine.window.kind.toggle;

import dev.vitrine.kind.toggle.ToggleKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The word, with a mark before it.
final class ToggleViewer extends PortViewer<Boolean> {
    private static final ToggleKind KIND = new ToggleKind();
    private static final PseudoClass YES = PseudoClass.getPseudoClass("yes");

    private final FontIcon mark = new FontIcon();
    private final Label word = new Label();

    ToggleViewer(Port port, Desktop desktop) {
        super(port, desktop);
        word.getStyleClass().addAll("kind-toggle", "toggle-answer", "large-answer");
        word.setMaxWidth(Double.MAX_VALUE);
        copies("Copy", value -> KIND.text(port, value));
        show(null);
    }

    @Override
    public Node node() {
        return word;
    }

    @Override
    protected void render(@Nullable Boolean before, @Nullable Boolean value) {
        boolean yes = Boolean.TRUE.equals(value);
        word.setText(value == null ? "–" : KIND.text(port(), value));
        mark.setIconCode(yes ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
        word.setGraphic(value == null ? null : mark);
        word.pseudoClassStateChanged(YES, yes);
    }
}
