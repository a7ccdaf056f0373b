package dev.vitrine.window;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// The sheet that opens the room's door, shows its code, and shuts it again: binds `share.fxml` to
/// a [ShareViewModel].
final class ShareController {
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private static final Duration EVERY = Duration.seconds(1);

    /// About how large the code is beside words, and how much of the page it takes alone.
    private static final double SIDE = 248;

    private static final double LARGE_PART = 0.72;

    private final ShareViewModel share;
    private final Desktop desktop;
    private final Runnable putAway;
    private final Timeline clock;
    private Subscription watching = Subscription.EMPTY;
    private @Nullable QrCode made;

    @FXML private VBox sheet;
    @FXML private Button close;
    @FXML private VBox shut;
    @FXML private Label shutWords;
    @FXML private HBox choice;
    @FXML private ComboBox<String> addresses;
    @FXML private Label failure;
    @FXML private Button start;
    @FXML private HBox open;
    @FXML private StackPane plate;
    @FXML private ImageView code;
    @FXML private VBox words;
    @FXML private Label address;
    @FXML private ListView<String> guests;
    @FXML private Label nobody;
    @FXML private Label count;
    @FXML private ToggleButton large;

    /// @param putAway takes the sheet away; the door stays as it is
    ShareController(ShareViewModel share, Desktop desktop, Runnable putAway) {
        this.share = share;
        this.desktop = desktop;
        this.putAway = putAway;
        this.clock = new Timeline(new KeyFrame(EVERY, e -> share.refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    Parent view() {
        return Fxml.load("share.fxml", this);
    }

    @FXML
    private void initialize() {
        guests.setItems(share.guestsProperty());
        nobody.visibleProperty().bind(share.guestsProperty().emptyProperty());
        count.textProperty()
                .bind(share.guestsProperty().sizeProperty().map(ShareController::connected));
        large.selectedProperty().subscribe(this::enlarge);
        watching = share.stateProperty().subscribe(this::show);
        share.look();
        share.refresh();
        clock.play();
    }

    /// Takes the keyboard.
    void focus() {
        Node first = open.isVisible() ? large : start;
        first.requestFocus();
    }

    /// Leaves the view model alone; the view is not used again.
    void leave() {
        clock.stop();
        watching.unsubscribe();
    }

    @FXML
    private void close() {
        putAway.run();
    }

    @FXML
    private void start() {
        String chosen = addresses.getValue();
        if (chosen != null) {
            share.open(chosen);
        }
    }

    @FXML
    private void stop() {
        share.shut();
    }

    @FXML
    private void copyLink() {
        if (share.stateProperty().get() instanceof ShareViewModel.State.Open now) {
            desktop.copy(now.door().link().toString());
        }
    }

    private void show(ShareViewModel.State state) {
        boolean isOpen = state instanceof ShareViewModel.State.Open;
        place(shut, !isOpen);
        place(open, isOpen);
        if (!isOpen) {
            large.setSelected(false);
        }
        switch (state) {
            case ShareViewModel.State.Shut(var found, String why) -> showShut(found, why);
            case ShareViewModel.State.Moving() -> start.setDisable(true);
            case ShareViewModel.State.Open now -> showOpen(now);
        }
    }

    private void showShut(@Nullable List<String> found, String why) {
        List<String> all = found == null ? List.of() : found;
        String before = Objects.requireNonNullElse(addresses.getValue(), "");
        addresses.getItems().setAll(all);
        addresses.setValue(all.contains(before) ? before : all.stream().findFirst().orElse(null));
        place(choice, all.size() > 1);
        start.setDisable(all.isEmpty());
        failure.setText(
                found != null && found.isEmpty()
                        ? "This machine is in no network; join one, then try again."
                        : why);
        place(failure, !failure.getText().isEmpty());
    }

    private void showOpen(ShareViewModel.State.Open now) {
        address.setText(now.door().address().toString());
        made = now.code();
        plate.setAccessibleText("Code with the link to " + now.door().address());
        enlarge(false);
        large.requestFocus();
    }

    /// The code alone, as large as the page allows, for a projector; whole pixels for each module,
    /// so that its edges are sharp.
    private void enlarge(boolean isLarge) {
        sheet.pseudoClassStateChanged(LARGE, isLarge);
        place(words, !isLarge);
        QrCode drawn = made;
        if (drawn != null) {
            double room = isLarge && sheet.getParent() != null ? LARGE_PART * height() : SIDE;
            int module = Math.max(1, (int) (room / drawn.side()));
            code.setImage(FxPictures.image(drawn.picture(module)));
        }
    }

    private double height() {
        return sheet.getParent().getLayoutBounds().getHeight();
    }

    private static void place(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    private static String connected(Number guests) {
        return guests.intValue() == 0 ? "Connected" : "Connected · " + guests;
    }
}
