package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Model;
import dev.vitrine.signature.OutputLayout;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.window.kind.Switch;
import dev.vitrine.window.kind.markdown.MarkdownText;

import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// The page of one demo: binds what `demo.fxml` lays out to a [DemoViewModel].
final class DemoController implements AutoCloseable {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// Below this width of the window the inputs stand over the outputs.
    private static final double NARROW_BELOW = 900;

    private static final String CALLS = "Calls";

    private final DemoViewModel demo;
    private final Surroundings around;
    private final Busy busy;
    private final InputForm form;
    private final OutputController output;
    private final DemoTabs more;
    private Subscription listening = Subscription.EMPTY;
    private @Nullable ExampleStrip strip;
    private @Nullable Tabs tabRow;

    @FXML private ScrollPane scroll;
    @FXML private VBox page;
    @FXML private Label title;
    @FXML private Label summary;
    @FXML private HBox head;
    @FXML private VBox titles;
    @FXML private HBox chips;
    @FXML private Columns columns;
    @FXML private VBox inputCard;
    @FXML private HBox actions;
    @FXML private FlowPane examples;
    @FXML private HBox buttons;
    @FXML private Switch live;
    @FXML private Button clear;
    @FXML private Button run;
    @FXML private Label runText;
    @FXML private Label runKey;
    @FXML private HBox tabs;
    @FXML private StackPane tabBody;

    DemoController(DemoViewModel demo, Surroundings around) {
        this.demo = demo;
        this.around = around;
        this.busy = new Busy(demo);
        this.form = new InputForm(demo, around.desktop());
        this.more = new DemoTabs(demo, around);
        this.output = new OutputController(demo, busy, around.desktop(), around.still());
    }

    /// The field of an output, else of an input, of this name.
    Optional<PortField> field(String port) {
        return output.field(port).or(() -> form.field(port));
    }

    /// The page itself.
    Parent view() {
        return Fxml.load("demo.fxml", this, output);
    }

    @FXML
    private void initialize() {
        Pressed.keepFocus(scroll);
        dress(demo.model().signature());
        inputCard.getChildren().setAll(form.nodes());
        clear.setTooltip(new Tooltip(Action.CLEAR.tip()));
        live.setTooltip(new Tooltip(Action.LIVE.tip()));
        live.setAccessibleText(Action.LIVE.title());
        strip = new ExampleStrip(demo, examples);
        live.selectedProperty().bindBidirectional(demo.liveProperty());
        listening =
                demo.checkProperty()
                        .subscribe(state -> showChips())
                        .and(demo.modelProperty().subscribe((was, now) -> follow()))
                        .and(busy.property().subscribe(this::showRunning))
                        .and(
                                page.sceneProperty()
                                        .flatMap(scene -> scene.widthProperty())
                                        .orElse(0)
                                        .subscribe(this::arrange))
                        .and(Roomy.follow(page, columns, inputCard))
                        .and(Sticky.follow(scroll, actions, columns, examples, buttons));
        fillTabs(demo.model());
    }

    private void dress(Signature signature) {
        title.setText(signature.title());
        summary.setText(signature.summary());
        summary.setVisible(!signature.summary().isEmpty());
        summary.setManaged(summary.isVisible());
        live.setVisible(signature.live());
        live.setManaged(signature.live());
    }

    private void showChips() {
        chips.getChildren().setAll(Chips.of(demo.model(), demo.checkProperty().get()));
    }

    /// Follows the demo into another signature.
    private void follow() {
        dress(demo.model().signature());
        showChips();
        form.follow();
        inputCard.getChildren().setAll(form.nodes());
        output.follow();
        arrange(page.getScene() == null ? 0 : page.getScene().getWidth());
        if (strip != null) {
            strip.close();
        }
        strip = new ExampleStrip(demo, examples);
    }

    /// Runs, or stops what runs.
    @FXML
    void runOrStop() {
        if (busy.get()) {
            demo.stop();
        } else {
            run();
        }
    }

    private void run() {
        demo.run();
        form.focusOnComplaint();
    }

    @FXML
    void clear() {
        demo.clear();
        form.reset();
    }

    /// Does what a key asks of the page.
    ///
    /// @return whether it asked for anything
    boolean act(Action action, KeyEvent event) {
        if (more.act(action, owner())) {
            return true;
        }
        switch (action) {
            case RUN -> run();
            case STOP -> {
                if (!demo.isRunning()) {
                    return false;
                }
                demo.stop();
            }
            case CLEAR -> clear();
            case NEXT_EXAMPLE -> goToExample(1);
            case PREVIOUS_EXAMPLE -> goToExample(-1);
            case LIVE -> {
                if (!demo.model().signature().live()) {
                    return false;
                }
                live.setSelected(!live.isSelected());
            }
            case COPY_RESULT -> copyResult();
            case PASTE -> {
                // a field takes what is pasted into it itself
                return !form.holds(owner())
                        && TextFocus.of(owner()).isEmpty()
                        && takePicture(around.desktop().clipboard());
            }
            case UNDO -> form.undo(owner());
            case REDO -> form.redo(owner());
            case TAB -> {
                return tabRow != null && tabRow.choose(action.index(event).orElse(0));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Node owner() {
        return page.getScene() == null ? null : page.getScene().getFocusOwner();
    }

    private void copyResult() {
        Signature signature = demo.model().signature();
        Values outputs = demo.outcomeProperty().get().outputs();
        if (signature.outputs().size() == 1
                && outputs.find(signature.outputs().getFirst().name()).orElse(null)
                        instanceof Picture picture) {
            around.desktop().copy(picture);
            return;
        }
        FxThread.background(
                () -> Lines.of(signature.outputs(), outputs),
                text -> {
                    if (!text.isEmpty()) {
                        around.desktop().copy(text);
                    }
                },
                why -> {});
    }

    /// Gives a dropped picture to the first input that takes one.
    ///
    /// @return whether it was a picture, and an input took it
    boolean takePicture(Offer offer) {
        return form.takePicture(offer);
    }

    /// Goes some examples on, and from the last to the first.
    private void goToExample(int steps) {
        int count = demo.model().signature().examples().size();
        if (count > 0) {
            int now = demo.exampleProperty().get();
            int from = now == 0 && steps < 0 ? count : now - 1;
            demo.example(Math.floorMod(from + steps, count) + 1);
        }
    }

    /// Runs an action once the pictures of the page are there.
    void whenReady(Runnable action) {
        if (strip != null) {
            strip.whenReady(action);
        }
    }

    /// Ends what the page listens to; the view model stays as it is.
    @Override
    public void close() {
        listening.unsubscribe();
        if (strip != null) {
            strip.close();
        }
        live.selectedProperty().unbindBidirectional(demo.liveProperty());
        more.close();
        output.close();
        form.close();
        busy.close();
    }

    private void arrange(Number width) {
        boolean narrow = width.doubleValue() < NARROW_BELOW;
        columns.setStacked(narrow || outputsBelow());
        // Beside the title there is room for the plates in a wide window only.
        (narrow ? head : titles).getChildren().remove(chips);
        ObservableList<Node> place = (narrow ? titles : head).getChildren();
        if (!place.contains(chips)) {
            place.add(chips);
        }
        page.pseudoClassStateChanged(NARROW, narrow);
    }

    /// Several outputs side by side need the whole width.
    private boolean outputsBelow() {
        Signature signature = demo.model().signature();
        return signature.outputLayout() == OutputLayout.COLUMNS && signature.outputs().size() > 1;
    }

    private void showRunning(boolean now) {
        Action does = now ? Action.STOP : Action.RUN;
        runText.setText(does.title());
        run.setAccessibleText(does.title());
        run.setTooltip(new Tooltip(does.tip()));
        runKey.setText(now ? Action.STOP.text() : Action.runModifier());
        runKey.setGraphic(now ? null : new FontIcon("fth-corner-down-left"));
        run.pseudoClassStateChanged(RUNNING, now);
    }

    /// Chooses the tab of calls and scrolls to it.
    void showCalls() {
        if (tabRow != null && tabRow.choose(CALLS)) {
            more.focusCalls();
            FxThread.later(() -> scroll.setVvalue(scroll.getVmax()));
        }
    }

    private void fillTabs(Model model) {
        Tabs all = new Tabs(tabs, tabBody);
        tabRow = all;
        all.add("Code", () -> new CodeView(demo, around));
        all.add("History", more::history);
        all.add("Signature", more::signature);
        if (!model.about().card().isBlank()) {
            all.add("Card", () -> MarkdownText.of(model.about().card(), around.desktop()::browse));
        }
        all.add(CALLS, more::calls);
    }
}
