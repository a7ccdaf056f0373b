package dev.vitrine.window;

import dev.vitrine.window.CardsViewModel.Choice;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.Tools;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// The page of all models: binds `cards.fxml` to a [CardsViewModel]. There is one for the life of
/// the window.
final class CardsController {
    private static final List<Desktop.Filter> MODELS =
            Desktop.Filter.of("ONNX models", List.of("onnx"));

    private final CardsViewModel cards;
    private final Consumer<GalleryItem> open;
    private final Desktop desktop;
    private @Nullable Parent view;

    @FXML private VBox page;
    @FXML private Label count;
    @FXML private SegmentedButton choices;
    @FXML private ComboBox<String> task;
    @FXML private CardGrid grid;
    @FXML private VBox none;
    @FXML private Label nothing;
    @FXML private Button reset;
    @FXML private HBox gone;
    @FXML private Label goneWords;
    @FXML private Button putBack;

    /// @param open shows a model
    CardsController(CardsViewModel cards, Consumer<GalleryItem> open, Desktop desktop) {
        this.cards = cards;
        this.open = open;
        this.desktop = desktop;
    }

    /// The page, made when it is first seen.
    Parent view() {
        Parent made = view;
        if (made == null) {
            made = Fxml.load("cards.fxml", this);
            view = made;
        }
        return made;
    }

    boolean isShown() {
        return view != null && view.getScene() != null;
    }

    @FXML
    private void initialize() {
        grid.show(cards.cards(), new CardDeeds(cards, open, desktop), this::count);
        for (Choice choice : Choice.values()) {
            choices.getButtons().add(choice(choice));
        }
        task.setItems(cards.tasks());
        task.setValue(cards.taskProperty().get());
        cards.taskProperty().subscribe(task::setValue);
        task.valueProperty().subscribe(this::taskChosen);
        task.setOnShowing(e -> cards.readTasks());
        cards.choiceProperty().subscribe(now -> count(cards.cards().size()));
        gone.visibleProperty().bind(cards.goneProperty().isNotNull());
        gone.managedProperty().bind(gone.visibleProperty());
        putBack.setTooltip(new Tooltip(Action.UNDO.tip(putBack.getText())));
        goneWords
                .textProperty()
                .bind(
                        cards.goneProperty()
                                .map(g ->
                                        g == null
                                                ? ""
                                                : "Removed '%s'. Its files lie in %s."
                                                        .formatted(g.title(), g.removed().box())));
        desktop.onDrop(page, offer -> !offer.files().isEmpty(), offer -> cards.add(offer.files()));
    }

    /// Gives the keyboard to the cards.
    void focus() {
        grid.requestFocus();
    }

    /// Gives the keyboard to the card of the model that was opened last, where it is shown.
    void returned() {
        cards.openedLast().ifPresent(grid::stand);
        focus();
    }

    /// A task that is no longer offered, as the box says for a moment while its list changes, is
    /// none that somebody chose.
    private void taskChosen(String chosen) {
        if (chosen != null) {
            cards.taskProperty().set(chosen);
        }
    }

    private ToggleButton choice(Choice choice) {
        ToggleButton button = Tools.toggle(choice.title());
        button.setOnAction(e -> {
            // the one that is chosen stays so
            button.setSelected(true);
            cards.choiceProperty().set(choice);
        });
        cards.choiceProperty().subscribe(now -> button.setSelected(now == choice));
        return button;
    }

    private void count(int shown) {
        count.setText(shown == 0 ? "None" : NumberText.counted(shown, "model"));
        none.setVisible(shown == 0);
        grid.setVisible(shown > 0);
        nothing.setText(cards.nothing());
        reset.setVisible(cards.choiceProperty().get() != Choice.ALL || cards.isNarrowed());
        reset.setManaged(reset.isVisible());
    }

    @FXML
    private void addModel() {
        desktop.chooseFile("Add a model", MODELS).ifPresent(file -> cards.add(List.of(file)));
    }

    @FXML
    private void reset() {
        cards.reset();
    }

    @FXML
    private void restore() {
        cards.restore();
    }

    @FXML
    private void settle() {
        cards.settle();
    }
}
