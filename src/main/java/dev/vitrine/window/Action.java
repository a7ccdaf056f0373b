package dev.vitrine.window;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything the window does at a key: its name, the keys, and what it does. Tooltips, the words
/// beside buttons and the help sheet are rendered from here.
///
/// `Ctrl` is `Command` on a Mac.
enum Action {
    RUN(Group.DEMO, "Run", "Run with the inputs as they are", ctrl(KeyCode.ENTER)),
    STOP(Group.DEMO, "Stop", "Close what is on top, stop, or go back", key(KeyCode.ESCAPE)),
    CLEAR(Group.DEMO, "Clear", "Put the inputs back to defaults", ctrlShift(KeyCode.BACK_SPACE)),
    NEXT_EXAMPLE(Group.DEMO, "Next example", "Run the next example", ctrl(KeyCode.E)),
    PREVIOUS_EXAMPLE(
            Group.DEMO, "Previous example", "Run the example before", ctrlShift(KeyCode.E)),
    LIVE(Group.DEMO, "Live", "Follow the inputs, or not", ctrlShift(KeyCode.L)),
    COPY_RESULT(
            Group.DEMO, "Copy result", "Copy the result: a picture, or text", ctrlShift(KeyCode.C)),
    PASTE(Group.DEMO, "Paste", "Paste a picture", ctrl(KeyCode.V)),
    UNDO(Group.DEMO, "Undo", "Take back the last change", ctrl(KeyCode.Z)),
    REDO(Group.DEMO, "Redo", "Make it again", ctrlShift(KeyCode.Z), ctrl(KeyCode.Y)),
    SAVE(Group.DEMO, "Save signature", "Save the signature that is shown", ctrl(KeyCode.S)),
    SEARCH(
            Group.WINDOW,
            "Search models",
            "Go to the search over the gallery",
            ctrl(KeyCode.K),
            ctrl(KeyCode.F)),
    GALLERY(Group.WINDOW, "Gallery", "Go to the list of models", ctrl(KeyCode.G)),
    MODELS(Group.WINDOW, "All models", "Show all models as cards", ctrlShift(KeyCode.G)),
    OPEN(Group.WINDOW, "Open a model", "Choose a model's file", ctrl(KeyCode.O)),
    TAB(
            Group.WINDOW,
            "Tabs",
            "Show a tab under the demo",
            IntStream.rangeClosed(1, 9)
                    .mapToObj(n -> ctrl(KeyCode.getKeyCode(Integer.toString(n))))
                    .toArray(KeyCombination[]::new)),
    THEME(Group.WINDOW, "Theme", "Light or dark theme", ctrlShift(KeyCode.D)),
    SHARE(
            Group.WINDOW,
            "Share in this room",
            "Let others in this room in, or not",
            ctrlShift(KeyCode.S)),
    HELP(
            Group.WINDOW,
            "Keyboard shortcuts",
            "Show this list, or put it away",
            key(KeyCode.F1),
            ctrl(KeyCode.SLASH));

    /// What a list of actions is divided into.
    enum Group {
        DEMO("The demo"),
        WINDOW("The window");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Group group;
    private final String title;
    private final String what;
    private final List<KeyCombination> keys;

    Action(Group group, String title, String what, KeyCombination... keys) {
        this.group = group;
        this.title = title;
        this.what = what;
        this.keys = List.of(keys);
    }

    static Stream<Action> of(Group group) {
        return Stream.of(values()).filter(action -> action.group == group);
    }

    /// What it is called.
    String title() {
        return title;
    }

    /// What it does, as the help sheet says it.
    String what() {
        return what;
    }

    /// All its keys; the first is the one that is shown beside a button.
    List<KeyCombination> keys() {
        return keys;
    }

    boolean matches(KeyEvent event) {
        return index(event).isPresent();
    }

    /// Which of its keys was pressed, from 0.
    OptionalInt index(KeyEvent event) {
        return IntStream.range(0, keys.size()).filter(i -> keys.get(i).match(event)).findFirst();
    }

    /// Its keys as the window writes them, such as `Ctrl K`; a Mac writes its own signs.
    String text() {
        String first = text(keys.getFirst());
        return this == TAB ? first + " … " + keys.size() : first;
    }

    /// One of several keys, counted from 1; empty where there are not so many.
    String text(int number) {
        return number <= keys.size() ? text(keys.get(number - 1)) : "";
    }

    /// The tooltip of a control that does it, such as `Theme (Ctrl Shift D)`.
    String tip() {
        return tip(title);
    }

    /// The same under another name, for a control that says more exactly what comes next.
    String tip(String name) {
        return "%s (%s)".formatted(name, text());
    }

    /// What is held down with the Enter key to run, without that key.
    static String runModifier() {
        return text(ctrl(KeyCode.K)).replace("K", "").strip();
    }

    private static String text(KeyCombination keys) {
        return keys.getDisplayText()
                .replace("+", " ")
                .replace("Escape", "Esc")
                .replace("Back Space", "Backspace");
    }

    private static KeyCombination key(KeyCode code, Modifier... held) {
        return new KeyCodeCombination(code, held);
    }

    private static KeyCombination ctrl(KeyCode code) {
        return key(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination ctrlShift(KeyCode code) {
        return key(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
