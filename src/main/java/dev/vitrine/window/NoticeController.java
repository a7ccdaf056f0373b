package dev.vitrine.window;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A page that says one thing and offers to open a model.
final class NoticeController {
    private final String head;
    private final String words;
    private final Runnable openModel;

    @FXML private VBox panel;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label sentence;

    private NoticeController(String head, String words, Runnable openModel) {
        this.head = head;
        this.words = words;
        this.openModel = openModel;
    }

    /// A model that cannot be shown, and why.
    static Parent broken(Page.Broken page, Runnable openModel) {
        return new NoticeController(page.title(), page.sentence(), openModel).view();
    }

    private Parent view() {
        return Fxml.load("notice.fxml", this);
    }

    @FXML
    private void initialize() {
        icon.setIconLiteral("fth-alert-circle");
        panel.getStyleClass().add("failure");
        title.setText(head);
        sentence.setText(words);
    }

    @FXML
    private void open() {
        openModel.run();
    }
}
