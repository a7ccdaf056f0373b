package dev.vitrine.window.kind;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;

import java.util.function.Supplier;

/// A window with one editor or viewer in it, between two buttons, for a robot to use.
public final class Stand {
    private final VBox root = new VBox();

    public Stand(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(root, 480, 480);
        scene.getStylesheets().setAll(Faces.stylesheets());
        stage.setScene(scene);
        // the stage is shared by all tests, and keeps the size that one before it gave it
        stage.sizeToScene();
        stage.show();
    }

    /// Puts a face there, with its tools below, and the keyboard on the button before it.
    public <W extends Widget> W put(FxRobot robot, Supplier<W> make) {
        Button before = new Button("before");
        W widget =
                Fx.get(() -> {
                    W made = make.get();
                    HBox tools = new HBox();
                    tools.getChildren().setAll(made.tools());
                    root.getChildren().setAll(before, made.node(), tools, new Button("after"));
                    root.applyCss();
                    root.layout();
                    before.requestFocus();
                    return made;
                });
        robot.interact(() -> {});
        return widget;
    }

    /// What has the keyboard.
    public Node focused() {
        return root.getScene().getFocusOwner();
    }
}
