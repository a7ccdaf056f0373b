package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.image.Underlay;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// The tools under a box editor and its keys: N adds a box, Page Down and Page Up choose one, the
/// arrows move it (with Shift farther, with Alt its corner), Delete removes it, Esc leaves it, and
/// copy and paste are its JSON.
final class BoxTools {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    private final BoxesEditor editor;
    private final Underlay under;
    private final ComboBox<String> label = new ComboBox<>();
    private final Button add;
    private final Button remove;
    private final List<Node> nodes = new ArrayList<>();
    private boolean quiet;

    BoxTools(BoxesEditor editor, Port port, Underlay under, List<Node> undoing) {
        List<String> labels = LabelKind.labels(port);
        this.editor = editor;
        this.under = under;
        add = Tools.button(BoxesKind.picksBoxes(port) ? "Add box" : "Add point", editor::add);
        remove = Tools.icon(Feather.TRASH_2, "Remove the chosen one", editor::remove);
        label.getItems().setAll(labels);
        label.getStyleClass().add("small");
        label.setAccessibleText("Label of the box");
        if (!labels.isEmpty()) {
            label.setValue(labels.getFirst());
            nodes.add(label);
            label.valueProperty()
                    .subscribe((was, now) -> {
                        if (!quiet && now != null) {
                            editor.relabel(now);
                        }
                    });
        }
        nodes.add(add);
        nodes.addAll(undoing);
        nodes.add(remove);
        nodes.addAll(under.tools());
    }

    List<Node> nodes() {
        return nodes;
    }

    /// What a new box is.
    String label() {
        return label.getValue() instanceof String now ? now : "";
    }

    /// Shows what can be done now.
    ///
    /// @param chosen the box that is chosen; null where none is
    void refresh(boolean canDraw, @Nullable Box chosen) {
        add.setDisable(!canDraw);
        remove.setDisable(chosen == null);
        if (chosen != null && label.getItems().contains(chosen.label())) {
            quiet = true;
            label.setValue(chosen.label());
            quiet = false;
        }
    }

    void key(KeyEvent e) {
        if (does(e)) {
            e.consume();
        } else {
            under.zoom().key(e);
        }
    }

    private boolean does(KeyEvent e) {
        if (COPY.match(e)) {
            editor.copy();
            return true;
        }
        if (PASTE.match(e)) {
            editor.paste();
            return true;
        }
        if (e.isShortcutDown()) {
            return false;
        }
        if (editor.nudge(e)) {
            return true;
        }
        KeyCode code = e.getCode();
        switch (code) {
            case N, INSERT -> {
                if (!add.isDisabled()) {
                    editor.add();
                }
            }
            case DELETE, BACK_SPACE -> editor.remove();
            case PAGE_DOWN -> editor.choose(1);
            case PAGE_UP -> editor.choose(-1);
            case ESCAPE -> {
                return editor.leave();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
