package dev.vitrine.window.kind.text;

import dev.vitrine.window.kind.Tools;

import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field that shows dots, with an eye beside it that shows the text and hides it again.
final class SecretField extends HBox {
    private final PasswordField field = new PasswordField();
    private final Button eye;
    private final String label;
    private boolean shows;

    /// @param label of the port, for those who hear the page
    SecretField(String label) {
        this.label = label;
        eye = Tools.icon(Feather.EYE, "Show", () -> reveal(!shows));
        getStyleClass().addAll("kind-text", "secret-row");
        field.setAccessibleText(label);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(field, eye);
        reveal(false);
    }

    PasswordField field() {
        return field;
    }

    /// Shows the text, or dots in its place; the caret and what can be undone stay.
    void reveal(boolean isShown) {
        shows = isShown;
        field.setSkin(new Masking());
        String name = (isShown ? "Hide " : "Show ") + label;
        eye.setGraphic(new FontIcon(isShown ? Feather.EYE_OFF : Feather.EYE));
        eye.setAccessibleText(name);
        eye.setTooltip(new Tooltip(name));
    }

    /// A skin asks once for what it shows of a text, so each turn of the eye has one of its own.
    private final class Masking extends TextFieldSkin {
        Masking() {
            super(field);
        }

        @Override
        protected String maskText(String text) {
            return shows ? text : super.maskText(text);
        }
    }
}
