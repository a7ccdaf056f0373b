package dev.vitrine.window.kind.image;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// The line between two pictures and the handle on it, a slider to the keyboard and to screen
/// readers: arrows move it, with Shift further, Home and End to the sides.
final class Divider extends StackPane {
    private static final double STEP = 0.02;
    private static final double STRIDE = 0.1;
    private static final double PERCENT = 100;

    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(0.5);

    Divider() {
        Region line = new Region();
        line.getStyleClass().add("divider-line");
        Region handle = new Region();
        handle.getStyleClass().add("divider-handle");
        getStyleClass().add("divider");
        getChildren().setAll(line, handle);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Divider between before and after, percent of the picture before");
        setOnKeyPressed(this::press);
        position.subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
    }

    /// The part of the pictures' width that is to the left, 0 to 1.
    double position() {
        return position.get();
    }

    ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    void move(double to) {
        position.set(Math.clamp(to, 0.0, 1.0));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> PERCENT * position();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> PERCENT;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> move(position() + STEP);
            case DECREMENT -> move(position() - STEP);
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Number percent) {
                    move(percent.doubleValue() / PERCENT);
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    private void press(KeyEvent event) {
        double step = event.isShiftDown() ? STRIDE : STEP;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> move(position() - step);
            case RIGHT, KP_RIGHT -> move(position() + step);
            case HOME -> move(0);
            case END -> move(1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
