package dev.vitrine.window;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/// The bones of a page while its model is read.
final class LoadingController {
    private final String name;

    @FXML private Label title;

    LoadingController(String name) {
        this.name = name;
    }

    Parent view() {
        return Fxml.load("loading.fxml", this);
    }

    @FXML
    private void initialize() {
        title.setText(name);
    }
}
