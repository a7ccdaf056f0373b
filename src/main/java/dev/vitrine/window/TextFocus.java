package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Which text a person is typing into.
final class TextFocus {
    private TextFocus() {}

    /// The text field of a control that has the keyboard: itself, or the one inside it.
    static Optional<TextInputControl> of(@Nullable Node owner) {
        return switch (owner) {
            case TextInputControl text when text.isEditable() -> Optional.of(text);
            case Spinner<?> spinner when spinner.isEditable() -> Optional.of(spinner.getEditor());
            case ComboBox<?> box when box.isEditable() -> Optional.of(box.getEditor());
            case null, default -> Optional.empty();
        };
    }
}
