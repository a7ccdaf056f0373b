package dev.vitrine.window;

import dev.vitrine.describe.Curl;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How to call the model from a shell, ready to be copied.
final class CodeView extends HBox {
    private final Label code = new Label();

    /// A command that follows the chosen example and the endpoint's address.
    CodeView(DemoViewModel demo, ObservableValue<URI> address, Desktop desktop) {
        getStyleClass().add("code-box");
        code.getStyleClass().add("code");
        code.setWrapText(true);
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        Button copy = new Button("Copy");
        copy.getStyleClass().add("tool");
        copy.setOnAction(e -> desktop.copy(code.getText()));
        copy.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(code, copy);
        code.textProperty()
                .bind(
                        demo.exampleProperty()
                                .flatMap(number ->
                                        address.map(uri ->
                                                Curl.command(
                                                        demo.model(),
                                                        uri,
                                                        example(
                                                                demo.model(),
                                                                number.intValue())))));
    }

    /// The chosen example, or else the first.
    private static Optional<Example> example(Model model, int number) {
        List<Example> all = model.signature().examples();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.max(0, number - 1)));
    }
}
