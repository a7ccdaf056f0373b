package dev.vitrine.window.kind.image;

import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The tools under an image editor and the keys that do the same.
final class ImageTools {
    private final ImageEditor editor;
    private final @Nullable Zoom zoom;
    private final boolean files;
    private final boolean pastes;
    private final Button undo;
    private final Button redo;
    private final Button clear;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<KeyCombination, Runnable> keys;

    ImageTools(ImageEditor editor, List<String> sources, Medium medium) {
        SketchPad pad = medium.pad();
        this.zoom = medium.zoom();
        this.editor = editor;
        this.files = sources.contains("file");
        this.pastes = sources.contains("paste");
        undo = Tools.icon(Feather.ROTATE_CCW, "Undo", editor::undo);
        redo = Tools.icon(Feather.ROTATE_CW, "Redo", editor::redo);
        clear = Tools.icon(Feather.TRASH_2, "Remove", editor::clear);
        if (pad != null) {
            nodes.add(segments(pad));
            nodes.add(width(pad));
        }
        if (files) {
            nodes.add(Tools.button("Open…", () -> editor.source().open()));
        }
        if (pastes) {
            nodes.add(Tools.button("Paste", () -> editor.source().paste()));
        }
        ToggleButton crop = editor.cropping().tool();
        if (pad != null) {
            // beside the pens there is room for its icon alone
            crop.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            crop.getStyleClass().add("icon-tool");
        }
        nodes.add(crop);
        nodes.addAll(List.of(undo, redo, clear));
        if (zoom != null) {
            nodes.addAll(zoom.tools());
        }
        keys =
                Map.of(
                        KeyCombination.valueOf("Shortcut+Z"), editor::undo,
                        KeyCombination.valueOf("Shortcut+Shift+Z"), editor::redo,
                        KeyCombination.valueOf("Shortcut+Y"), editor::redo,
                        KeyCombination.valueOf("Delete"), editor::clear,
                        KeyCombination.valueOf("Backspace"), editor::clear);
    }

    List<Node> nodes() {
        return nodes;
    }

    /// Shows what can be undone, redone and removed now.
    void refresh() {
        undo.setDisable(!editor.past().canUndo());
        redo.setDisable(!editor.past().canRedo());
        boolean empty = editor.past().now().isEmpty();
        clear.setDisable(empty);
        if (zoom != null) {
            zoom.offer(!empty);
        }
    }

    void key(KeyEvent e) {
        if (editor.cropping().key(e)) {
            e.consume();
            return;
        }
        if (zoom != null) {
            zoom.key(e);
        }
        Runnable action =
                keys.entrySet().stream()
                        .filter(k -> k.getKey().match(e))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        if (action == null && pastes && KeyCombination.valueOf("Shortcut+V").match(e)) {
            action = editor.source()::paste;
        }
        boolean plain = !e.isControlDown() && !e.isMetaDown() && !e.isAltDown();
        if (action == null && files && plain && e.getCode() == KeyCode.SPACE) {
            action = editor.source()::open;
        }
        if (action != null) {
            action.run();
            e.consume();
        }
    }

    private static SegmentedButton segments(SketchPad pad) {
        ToggleButton brush = Tools.toggle("Brush");
        ToggleButton eraser = Tools.toggle("Eraser");
        brush.setSelected(true);
        SegmentedButton segments = new SegmentedButton(brush, eraser);
        segments.getStyleClass().add("segments");
        eraser.selectedProperty().subscribe(pad::erase);
        // A press on the chosen one would leave none chosen.
        segments.getToggleGroup()
                .selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
        return segments;
    }

    private static Slider width(SketchPad pad) {
        Slider slider = new Slider(Pen.NARROWEST, Pen.WIDEST, pad.penWidth());
        slider.setBlockIncrement(Pen.NARROWEST);
        slider.setAccessibleText("Pen width");
        slider.setTooltip(new Tooltip("Pen width"));
        slider.getStyleClass().addAll("small", "pen-width");
        slider.valueProperty().subscribe(v -> pad.penWidth(v.doubleValue()));
        return slider;
    }
}
