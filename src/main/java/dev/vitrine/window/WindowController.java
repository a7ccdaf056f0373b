package dev.vitrine.window;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The frame of the window: binds `window.fxml` to a [WindowViewModel], and hands keys and drops to
/// the page that is open.
final class WindowController {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// Below this width of the window the gallery shows pictures only.
    private static final double NARROW_BELOW = 900;

    private static final Duration SKELETON_AFTER = Duration.millis(150);
    private static final Duration FADE = Duration.millis(120);

    private static final List<Desktop.Filter> MODELS =
            Desktop.Filter.of("ONNX models", List.of("onnx"));

    private final WindowViewModel window;
    private final GalleryViewModel gallery;
    private final CardsViewModel cards;
    private final CardsController models;
    private final Surroundings around;
    private final ObjectProperty<Theme> look;
    private final Optional<ShareViewModel> share;
    private final Overlay overlay = new Overlay();
    private final PauseTransition skeleton = new PauseTransition(SKELETON_AFTER);
    private @Nullable DemoController open;

    @FXML private BorderPane root;
    @FXML private TextField search;
    @FXML private Label searchKey;
    @FXML private Button brand;
    @FXML private Button theme;
    @FXML private Button help;
    @FXML private StackPane stage;

    /// @param look the theme, which the button changes
    /// @param share the door to the room; nothing where there is none
    WindowController(
            WindowViewModel window,
            GalleryViewModel gallery,
            CardsViewModel cards,
            ObjectProperty<Theme> look,
            Surroundings around,
            Optional<ShareViewModel> share) {
        this.window = window;
        this.gallery = gallery;
        this.cards = cards;
        this.models = new CardsController(cards, this::found, around.desktop());
        this.around = around;
        this.look = look;
        this.share = share;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(gallery.searchProperty());
        help.setAccessibleText(Action.HELP.title());
        help.setTooltip(new Tooltip(Action.HELP.tip()));
        brand.setTooltip(new Tooltip(Action.MODELS.tip()));
        search.setOnKeyPressed(this::searchKey);
        searchKey.setText(Action.SEARCH.text());
        searchKey.visibleProperty().bind(search.textProperty().isEmpty());
        look.subscribe(this::showTheme);
        window.pageProperty().subscribe(this::show);
        root.widthProperty()
                .subscribe(
                        w -> root.pseudoClassStateChanged(NARROW, w.doubleValue() < NARROW_BELOW));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::goBack);
        around.desktop()
                .onDrop(
                        root,
                        offer -> !offer.files().isEmpty() || offer.picture().isPresent(),
                        this::drop);
    }

    /// Asks for a model's file and opens it.
    void chooseModel() {
        around.desktop()
                .chooseFile("Open a model", MODELS)
                .ifPresent(file -> window.open(List.of(file)));
    }

    /// Hands the keyboard to the window itself, so that it begins in no field.
    void focus() {
        root.requestFocus();
    }

    /// Shows the calls of programs, where a demo is open.
    void showCalls() {
        if (open != null) {
            open.showCalls();
        }
    }

    void close() {
        if (open != null) {
            open.close();
        }
    }

    @FXML
    private void showModels() {
        window.showGallery();
        models.focus();
    }

    /// From the search to what it finds: Enter opens the first, the arrow goes among the cards.
    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            Stream.of(cards.cards(), gallery.gallery(), gallery.own(), gallery.recent())
                    .skip(models.isShown() ? 0 : 1)
                    .flatMap(List::stream)
                    .findFirst()
                    .filter(first -> !search.getText().isBlank())
                    .ifPresent(this::found);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && models.isShown()) {
            models.focus();
            event.consume();
        }
    }

    /// Shows what was searched; the words have done their work.
    private void found(GalleryItem item) {
        window.show(item);
        search.clear();
    }

    @FXML
    private void switchTheme() {
        look.set(look.get().other());
    }

    private void showTheme(Theme now) {
        boolean dark = now == Theme.DARK;
        theme.setGraphic(new FontIcon(dark ? "fth-sun" : "fth-moon"));
        String words = dark ? "Light theme" : "Dark theme";
        theme.setAccessibleText(words);
        theme.setTooltip(new Tooltip(Action.THEME.tip(words)));
    }

    private void show(Page page) {
        skeleton.stop();
        switch (page) {
            case Page.Loading(String title) -> {
                skeleton.setOnFinished(e -> place(new LoadingController(title).view(), null));
                skeleton.playFromStart();
            }
            case Page.Welcome welcome -> place(new Pane(), null);
            case Page.Gallery all -> {
                place(models.view(), null);
                if (!search.isFocused()) {
                    models.focus();
                }
            }
            case Page.Broken broken ->
                    place(NoticeController.broken(broken, this::chooseModel), null);
            case Page.Showing(DemoViewModel demo) -> {
                DemoController controller = new DemoController(demo, around);
                place(controller.view(), controller);
            }
        }
    }

    private void place(Parent view, @Nullable DemoController controller) {
        close();
        open = controller;
        // the page of all models needs no list of them beside it
        Node list = root.getLeft();
        list.setVisible(!(window.pageProperty().get() instanceof Page.Gallery));
        list.setManaged(list.isVisible());
        stage.getChildren().setAll(view);
        overlay.raise();
        if (!Platform.getPreferences().isReducedMotion()) {
            FadeTransition fade = new FadeTransition(FADE, view);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    private void key(KeyEvent event) {
        if (leaveArea(event)) {
            event.consume();
            return;
        }
        Arrays.stream(Action.values())
                .filter(action -> action.matches(event))
                .findFirst()
                .filter(action -> !typesInSearch(action))
                .filter(action -> act(action) || open != null && open.act(action, event))
                .ifPresent(action -> event.consume());
    }

    /// Tab leaves an area of text as it leaves any other field: nobody is to be held there.
    private boolean leaveArea(KeyEvent event) {
        boolean tab =
                event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown();
        return tab
                && root.getScene().getFocusOwner() instanceof TextArea area
                && area.requestFocusTraversal(
                        event.isShiftDown()
                                ? TraversalDirection.PREVIOUS
                                : TraversalDirection.NEXT);
    }

    /// Esc that nobody else had a use for leaves a field, and then the page for that of all models.
    private void goBack(KeyEvent event) {
        boolean elsewhere = !(window.pageProperty().get() instanceof Page.Gallery);
        if (!Action.STOP.matches(event) || overlay.isShown()) {
            return;
        }
        if (search.isFocused()) {
            focusPage();
        } else if (isTyping()) {
            root.requestFocus();
        } else if (elsewhere) {
            window.showGallery();
            models.returned();
        }
        event.consume();
    }

    private void focusPage() {
        if (models.isShown()) {
            models.focus();
        } else {
            root.requestFocus();
        }
    }

    private boolean isTyping() {
        return root.getScene().getFocusOwner() instanceof TextInputControl;
    }

    /// A person who types into the search means what they typed.
    private boolean typesInSearch(Action action) {
        return search.isFocused() && (action == Action.UNDO || action == Action.REDO);
    }

    private boolean act(Action action) {
        switch (action) {
            case SEARCH -> {
                search.requestFocus();
                search.selectAll();
            }
            case GALLERY ->
                    root.lookupAll(".gallery > .list-view").stream()
                            .filter(Node::isVisible)
                            .findFirst()
                            .ifPresent(Node::requestFocus);
            case MODELS -> showModels();
            case OPEN -> chooseModel();
            case THEME -> switchTheme();
            case HELP -> toggleHelp();
            case SHARE -> toggleShare();
            case STOP -> {
                return closeTopmost();
            }
            case UNDO -> {
                return models.isShown() && !isTyping() && cards.restore();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Closes what Esc means before it means the run.
    private boolean closeTopmost() {
        if (overlay.isShown()) {
            overlay.putAway();
            return true;
        }
        if (search.isFocused() && !search.getText().isEmpty()) {
            search.clear();
            return true;
        }
        return false;
    }

    /// Shows the sheet of keys over the page, or puts it away and gives the keyboard back.
    @FXML
    void toggleHelp() {
        if (overlay.isShown()) {
            overlay.putAway();
            return;
        }
        HelpController help = new HelpController(overlay::putAway);
        overlay.show(stage, help.view(), () -> {});
        help.focus();
    }

    /// Shows how the room is let in, or puts that away; the door stays as it is.
    void toggleShare() {
        if (overlay.isShown()) {
            overlay.putAway();
            return;
        }
        share.ifPresent(room -> {
            ShareController sheet = new ShareController(room, around.desktop(), overlay::putAway);
            overlay.show(stage, sheet.view(), sheet::leave);
            sheet.focus();
        });
    }

    /// A picture goes to the open demo where that takes one; anything else is a model.
    private void drop(Offer offer) {
        if (open == null || !open.takePicture(offer)) {
            List<Path> files = offer.files();
            if (!files.isEmpty()) {
                window.open(files);
            }
        }
    }
}
