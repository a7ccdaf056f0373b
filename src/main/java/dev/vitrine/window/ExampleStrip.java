package dev.vitrine.window;

import dev.vitrine.model.Thumbnails;
import dev.vitrine.signature.Example;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The examples of a demo as a row of small pictures, or of names where there are no pictures.
final class ExampleStrip implements AutoCloseable {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIDE = 56;
    private static final double RADIUS = 8;

    private final List<Button> buttons = new ArrayList<>();
    private final Subscription listening;
    private int waiting;
    private Runnable ready = () -> {};

    ExampleStrip(DemoViewModel demo, FlowPane row) {
        List<Example> examples = demo.model().signature().examples();
        for (int i = 0; i < examples.size(); i++) {
            buttons.add(button(demo, examples.get(i), i + 1));
        }
        row.getChildren().setAll(buttons);
        listening = demo.exampleProperty().subscribe(number -> mark(number.intValue()));
    }

    /// Runs an action once every picture is there.
    void whenReady(Runnable action) {
        ready = action;
        if (waiting == 0) {
            action.run();
        }
    }

    @Override
    public void close() {
        listening.unsubscribe();
    }

    private Button button(DemoViewModel demo, Example example, int number) {
        Button button = new Button(example.name());
        button.getStyleClass().add("example");
        button.setMnemonicParsing(false);
        button.setId("example-" + number);
        button.setTooltip(new Tooltip(example.name()));
        button.setAccessibleText("Example " + example.name());
        button.setOnAction(e -> demo.example(number));
        waiting++;
        FxThread.background(
                () -> Thumbnails.of(demo.model(), example).map(FxPictures::image),
                picture -> {
                    dress(button, picture);
                    arrived();
                },
                why -> arrived());
        return button;
    }

    private void dress(Button button, Optional<Image> picture) {
        picture.ifPresent(image -> {
            Thumbnail thumbnail = new Thumbnail(SIDE, RADIUS);
            thumbnail.show(picture, button.getText());
            button.setGraphic(thumbnail);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.getStyleClass().add("example-picture");
        });
    }

    private void arrived() {
        waiting--;
        if (waiting == 0) {
            ready.run();
        }
    }

    private void mark(int number) {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).pseudoClassStateChanged(CHOSEN, i + 1 == number);
        }
    }
}
