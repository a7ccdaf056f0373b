package dev.vitrine.window;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys of the window, `Ctrl` or, on a Mac, `Command`.
final class Keys {
    static final KeyCombination RUN =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination STOP = new KeyCodeCombination(KeyCode.ESCAPE);
    static final KeyCombination CLEAR =
            new KeyCodeCombination(
                    KeyCode.BACK_SPACE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination NEXT_EXAMPLE =
            new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination OPEN =
            new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    private Keys() {}

    /// A combination as the window writes it beside a button, such as `Ctrl K`; a Mac writes its
    /// own signs.
    static String text(KeyCombination keys) {
        return keys.getDisplayText().replace("+", " ");
    }

    /// The combination that goes with the Enter key, without the key itself.
    static String shortcut() {
        return text(SEARCH).replace("K", "").strip();
    }
}
