package dev.vitrine.window.kind;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an empty editor says in its middle of how to fill it.
public final class Invitation extends VBox {
    /// @param icon what belongs here
    /// @param words such as `Drop or paste a picture here`
    /// @param ways controls to do it with, where the tools below do not do
    public Invitation(Ikon icon, String words, Node... ways) {
        super(new FontIcon(icon), new Label(words));
        getChildren().addAll(ways);
        getStyleClass().add("invitation");
        setMouseTransparent(ways.length == 0);
    }
}
