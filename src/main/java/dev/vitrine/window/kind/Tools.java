package dev.vitrine.window.kind;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small controls in the row under an editor or a viewer, all of one size.
public final class Tools {
    private static final Duration SHOWN = Duration.millis(1200);

    private Tools() {}

    /// A button named for what it does.
    public static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(e -> action.run());
        return tool(button);
    }

    /// A button with an icon, whose name is its tooltip and what a screen reader says.
    public static Button icon(Ikon icon, String name, Runnable action) {
        Button button = button("", action);
        button.getStyleClass().add("icon-tool");
        rename(button, icon, name);
        return button;
    }

    /// Gives a tool of [#icon] another icon and name, because it now does something else.
    public static void rename(Button button, Ikon icon, String name) {
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }

    /// One of several that exclude each other.
    public static ToggleButton toggle(String text) {
        return tool(new ToggleButton(text));
    }

    /// Lets a button show for a moment that it has done its work, at the width it has.
    ///
    /// @param done what a screen reader says of it meanwhile, such as `Copied`
    public static void confirm(Button button, String done) {
        if (button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        String name = button.getAccessibleText();
        button.setPrefWidth(button.getWidth());
        button.setGraphic(new FontIcon(Feather.CHECK));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(done);
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(e -> {
            button.setContentDisplay(ContentDisplay.LEFT);
            button.setGraphic(null);
            button.setPrefWidth(Region.USE_COMPUTED_SIZE);
            button.setAccessibleText(name);
        });
        pause.play();
    }

    private static <B extends ButtonBase> B tool(B button) {
        button.getStyleClass().add("tool");
        button.setMnemonicParsing(false);
        return button;
    }
}
