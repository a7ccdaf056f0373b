package dev.vitrine.window.kind.text;

import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// A field for what nobody beside the screen is to read.
final class SecretEditor extends PortEditor<String> {
    private final SecretField secret;

    SecretEditor(Port port) {
        super(new TextKind(), port);
        secret = new SecretField(port.label());
        secret.field().setPromptText(port.option("placeholder", String.class).orElse(""));
        secret.field().textProperty().subscribe(this::typed);
        set(held().standard());
    }

    @Override
    public Node node() {
        return secret;
    }

    /// What comes from elsewhere, as from an example, is hidden again.
    @Override
    public void set(@Nullable String value) {
        quietly(() -> secret.field().setText(value == null ? "" : value));
        secret.reveal(false);
        held().put(value);
    }

    @Override
    public Node focus() {
        return secret.field();
    }

    /// White space is text.
    @Override
    protected boolean isEmpty(String text) {
        return text.isEmpty();
    }
}
