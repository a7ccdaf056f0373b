package dev.vitrine.window.kind;

import atlantafx.base.controls.ToggleSwitch;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// AtlantaFX's switch with what it lacks: the keyboard after a click, the space bar, and a role and
/// a state for screen readers.
public final class Switch extends ToggleSwitch {
    public Switch() {
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        setMnemonicParsing(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.SPACE) {
                        fire();
                        e.consume();
                    }
                });
        selectedProperty()
                .subscribe((was, now) ->
                        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(isSelected())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
