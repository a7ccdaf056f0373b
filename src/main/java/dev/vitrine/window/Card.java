package dev.vitrine.window;

import dev.vitrine.window.kind.Tools;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A model at a glance: its picture, title, what it does, its task, size and licence, or why it
/// cannot be read.
final class Card extends VBox {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass FAVOURITE = PseudoClass.getPseudoClass("favourite");
    private static final double SIDE = 56;
    private static final double RADIUS = 8;

    /// The part of its row that the task may have before size and licence get any of it.
    private static final double TASK = 0.75;

    private final CardGrid grid;
    private final Thumbnail picture = new Thumbnail(SIDE, RADIUS);
    private final Label title = new Label();
    private final TextField typed = new TextField();
    private final Label summary = new Label();
    private final Label task = new Label();
    private final Facts facts = new Facts();
    private final Button star = Tools.icon(Feather.STAR, "Favourite", this::toggle);
    private final Button more = Tools.icon(Feather.MORE_HORIZONTAL, "More", this::openMenu);
    private final HBox foot;
    private Subscription listening = Subscription.EMPTY;
    private @Nullable GalleryItem item;
    private int index;

    Card(CardGrid grid) {
        this.grid = grid;
        getStyleClass().addAll("card", "model-card");
        title.getStyleClass().add("gallery-title");
        summary.getStyleClass().add("card-summary");
        summary.setWrapText(true);
        summary.setMaxHeight(Double.MAX_VALUE);
        task.getStyleClass().add("chip");
        typed.setVisible(false);
        typed.setManaged(false);
        typed.setAccessibleText("New name");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(typed, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox head = new HBox(title, typed, star, more);
        head.getStyleClass().add("card-head");
        foot = new HBox(task, facts);
        foot.getStyleClass().add("card-foot");
        // what it does comes before how large it is
        task.minWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.min(task.prefWidth(-1), TASK * foot.getWidth()),
                                foot.widthProperty(),
                                task.textProperty(),
                                task.fontProperty()));
        VBox words = new VBox(head, summary);
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        VBox.setVgrow(summary, Priority.ALWAYS);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(picture, words);
        top.getStyleClass().add("card-top");
        VBox.setVgrow(top, Priority.ALWAYS);
        // as wide as its place, whatever it says
        setPrefWidth(0);
        setMinWidth(0);
        getChildren().addAll(top, foot);
        star.getStyleClass().add("star");
        star.setFocusTraversable(false);
        more.setFocusTraversable(false);
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && !typed.isVisible()) {
                open();
            }
        });
        setOnContextMenuRequested(e -> {
            choose();
            openMenu();
            e.consume();
        });
        typed.setOnAction(e -> finish(true));
        typed.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                finish(false);
                e.consume();
            }
        });
        typed.focusedProperty()
                .subscribe((was, now) -> {
                    if (!now) {
                        finish(false);
                    }
                });
    }

    /// Shows a model, and follows what becomes known of it; null leaves the place empty.
    void show(@Nullable GalleryItem shown, int place) {
        listening.unsubscribe();
        listening = Subscription.EMPTY;
        item = shown;
        index = place;
        typed.setVisible(false);
        typed.setManaged(false);
        setVisible(shown != null);
        CardDeeds deeds = grid.deeds();
        if (shown == null || deeds == null) {
            return;
        }
        listening =
                Subscription.combine(
                        shown.faceProperty().subscribe(face -> show(shown, face)),
                        grid.currentProperty().subscribe(at -> mark()),
                        grid.focusedProperty().subscribe(on -> mark()),
                        deeds.cards().favourites().subscribe(this::star));
        star();
        deeds.cards().look(shown);
    }

    int index() {
        return index;
    }

    private void show(GalleryItem of, GalleryItem.Face face) {
        title.setText(face.title());
        title.setTooltip(new Tooltip(face.title()));
        summary.setText(of.brief(face.summary()));
        summary.setTooltip(face.summary().isEmpty() ? null : tip(face.summary()));
        task.setText(face.task());
        task.setVisible(!face.task().isEmpty());
        facts.show(face.facts());
        if (face.broken()) {
            picture.warn();
        } else {
            picture.show(face.picture(), of.id());
        }
        // the sentence that says what to do has the room of all else
        foot.setVisible(!face.broken() || face.summary().isEmpty());
        foot.setManaged(foot.isVisible());
        pseudoClassStateChanged(BROKEN, face.broken());
    }

    private static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private void mark() {
        pseudoClassStateChanged(CURSOR, grid.isFocused() && grid.currentProperty().get() == index);
    }

    private void star() {
        CardDeeds deeds = grid.deeds();
        GalleryItem shown = item;
        boolean on = deeds != null && shown != null && deeds.cards().isFavourite(shown);
        pseudoClassStateChanged(FAVOURITE, on);
        star.setAccessibleText(on ? "Take off the favourites" : "Add to the favourites");
    }

    private void choose() {
        grid.currentProperty().set(index);
        grid.requestFocus();
    }

    private void open() {
        CardDeeds deeds = grid.deeds();
        GalleryItem shown = item;
        if (deeds != null && shown != null) {
            choose();
            deeds.open().accept(shown);
        }
    }

    private void toggle() {
        CardDeeds deeds = grid.deeds();
        GalleryItem shown = item;
        if (deeds != null && shown != null) {
            choose();
            deeds.cards().toggleFavourite(shown);
        }
    }

    void openMenu() {
        CardDeeds deeds = grid.deeds();
        GalleryItem shown = item;
        if (deeds != null && shown != null) {
            deeds.menu(shown, this::rename).show(more, Side.BOTTOM, 0, 0);
        }
    }

    /// Lets the title be typed; Enter takes it, Escape leaves it.
    void rename() {
        typed.setText(title.getText());
        title.setVisible(false);
        title.setManaged(false);
        typed.setVisible(true);
        typed.setManaged(true);
        typed.requestFocus();
        typed.selectAll();
    }

    private void finish(boolean take) {
        if (!typed.isVisible()) {
            return;
        }
        typed.setVisible(false);
        typed.setManaged(false);
        title.setVisible(true);
        title.setManaged(true);
        CardDeeds deeds = grid.deeds();
        GalleryItem shown = item;
        if (take && deeds != null && shown != null) {
            deeds.cards().rename(shown, typed.getText());
        }
        choose();
    }
}
