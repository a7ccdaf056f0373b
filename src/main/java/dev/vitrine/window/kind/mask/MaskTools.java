package dev.vitrine.window.kind.mask;

import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.image.Underlay;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/// The tools under a mask editor and its keys: the arrows move the brush and paint with Shift, the
/// space bar touches the picture, E turns the brush into an eraser and back, the brackets make it
/// narrower and wider, Delete removes all.
final class MaskTools {
    /// The brush's radius as a part of the picture's longer side.
    private static final double NARROWEST = 0.002;

    private static final double WIDEST = 0.15;
    private static final double START = 0.03;

    private final MaskEditor editor;
    private final MaskPad pad;
    private final Underlay under;
    private final ComboBox<String> label = new ComboBox<>();
    private final ToggleButton brush = Tools.toggle("Brush");
    private final ToggleButton eraser = Tools.toggle("Eraser");
    private final Slider width = new Slider(NARROWEST, WIDEST, START);
    private final Button clear;
    private final List<Node> nodes = new ArrayList<>();

    /// @param labels what can be painted; empty where it is not said
    /// @param undoing the tools for undo and redo
    MaskTools(
            MaskEditor editor,
            List<String> labels,
            MaskPad pad,
            Underlay under,
            List<Node> undoing) {
        this.editor = editor;
        this.pad = pad;
        this.under = under;
        clear = Tools.icon(Feather.TRASH_2, "Remove all", editor::clear);
        label.getItems().setAll(labels);
        label.getStyleClass().add("small");
        label.setAccessibleText("Label to paint");
        if (!labels.isEmpty()) {
            label.setValue(labels.getFirst());
            label.valueProperty().subscribe((was, now) -> editor.brush());
        }
        SegmentedButton segments = new SegmentedButton(brush, eraser);
        segments.getStyleClass().add("segments");
        brush.setSelected(true);
        segments.getToggleGroup()
                .selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    } else {
                        editor.brush();
                    }
                });
        width.setBlockIncrement(0.01);
        width.setAccessibleText("Brush width");
        width.setTooltip(new Tooltip("Brush width"));
        width.getStyleClass().addAll("small", "pen-width");
        width.valueProperty().subscribe((was, now) -> editor.brush());
        nodes.add(segments);
        if (!labels.isEmpty()) {
            nodes.add(label);
        }
        nodes.add(width);
        nodes.addAll(undoing);
        nodes.add(clear);
        nodes.addAll(under.tools());
    }

    List<Node> nodes() {
        return nodes;
    }

    boolean erases() {
        return eraser.isSelected();
    }

    String label() {
        return label.getValue() instanceof String now ? now : "";
    }

    /// The brush's radius as a part of the picture's longer side.
    double radius() {
        return width.getValue();
    }

    void refresh(boolean painted) {
        clear.setDisable(!painted);
    }

    void key(KeyEvent e) {
        if (does(e)) {
            e.consume();
        } else {
            under.zoom().key(e);
        }
    }

    private boolean does(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return false;
        }
        double step = pad.step();
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> pad.move(-step, 0, e.isShiftDown());
            case RIGHT, KP_RIGHT -> pad.move(step, 0, e.isShiftDown());
            case UP, KP_UP -> pad.move(0, -step, e.isShiftDown());
            case DOWN, KP_DOWN -> pad.move(0, step, e.isShiftDown());
            case SPACE -> pad.touch();
            case E -> (erases() ? brush : eraser).setSelected(true);
            case OPEN_BRACKET -> width.setValue(width.getValue() / 1.25);
            case CLOSE_BRACKET -> width.setValue(width.getValue() * 1.25);
            case DELETE, BACK_SPACE -> editor.clear();
            default -> {
                return false;
            }
        }
        return true;
    }
}
