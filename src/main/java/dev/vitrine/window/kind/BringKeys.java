package dev.vitrine.window.kind;

import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// The keys of an editor that files are brought to: Space opens, Delete removes, and the desktop's
/// own key pastes.
///
/// @param open asks for a file
/// @param remove removes what is chosen
/// @param paste takes what lies on the clipboard
public record BringKeys(Runnable open, Runnable remove, Runnable paste) {
    /// Does what a key stands for, and keeps it from everybody else.
    public void take(KeyEvent event) {
        Runnable deed = deed(event);
        if (deed != null) {
            deed.run();
            event.consume();
        }
    }

    private @Nullable Runnable deed(KeyEvent event) {
        if (event.isAltDown()) {
            return null;
        }
        return switch (event.getCode()) {
            case DELETE, BACK_SPACE -> event.isShortcutDown() ? null : remove;
            case SPACE -> event.isShortcutDown() ? null : open;
            case V -> event.isShortcutDown() ? paste : null;
            default -> null;
        };
    }
}
