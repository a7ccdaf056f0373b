package dev.vitrine.window.kind.text;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// Dots in the place of a text, until somebody asks to see it.
final class SecretViewer extends PortViewer<String> {
    private final SecretField secret;

    SecretViewer(Port port, Desktop desktop) {
        super(port, desktop);
        secret = new SecretField(port.label());
        secret.field().setEditable(false);
        copies("Copy", text -> text);
        show(null);
    }

    @Override
    public Node node() {
        return secret;
    }

    @Override
    protected void render(@Nullable String before, @Nullable String value) {
        secret.field().setText(value == null ? "" : value);
        secret.reveal(false);
    }
}
