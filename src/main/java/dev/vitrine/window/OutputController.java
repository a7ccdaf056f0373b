package dev.vitrine.window;

import dev.vitrine.run.Progress;
import dev.vitrine.run.Run;
import dev.vitrine.signature.OutputLayout;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.window.Outcome.Phase;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The output side of a demo in all its states: empty, running, partial, result, stale, stopped and
/// failed. From the first answer on its height stays the same in all of them.
final class OutputController implements AutoCloseable {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /// Outputs side by side are no narrower than this, in pixels.
    private static final double LEAST_COLUMN = 260;

    private final DemoViewModel demo;
    private final Busy busy;
    private final Desktop desktop;
    private OutputView view;
    private final Label stale = new Label("Inputs changed");
    private final Label took = new Label();
    private final boolean still;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), e -> sayTook()));
    private Subscription listening = Subscription.EMPTY;
    private int spoken;

    @FXML private StackPane card;
    @FXML private VBox outputs;
    @FXML private VBox empty;
    @FXML private Label emptyText;
    @FXML private Button tryExample;
    @FXML private VBox failure;
    @FXML private Label failureText;
    @FXML private Button tryAgain;
    @FXML private ProgressBar progress;

    /// @param still whether to leave out what differs from run to run
    OutputController(DemoViewModel demo, Busy busy, Desktop desktop, boolean still) {
        this.demo = demo;
        this.busy = busy;
        this.still = still;
        this.desktop = desktop;
        this.view = new OutputView(demo.model().signature().outputs(), desktop);
        clock.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        stale.getStyleClass().addAll("chip", "stale-chip");
        took.getStyleClass().addAll("caption", "took");
        took.setMinWidth(Region.USE_PREF_SIZE);
        place();
        listening =
                demo.outcomeProperty()
                        .subscribe(o -> render())
                        .and(busy.property().subscribe((was, now) -> render()))
                        .and(demo.liveProperty().subscribe((was, now) -> render()))
                        .and(demo.checkProperty().subscribe((was, now) -> render()));
    }

    /// Follows the demo into another signature, with viewers of its outputs.
    void follow() {
        view.close();
        view = new OutputView(demo.model().signature().outputs(), desktop);
        place();
        render();
    }

    private void place() {
        OutputLayout layout = demo.model().signature().outputLayout();
        boolean several = view.fields().size() > 1;
        if (several && layout == OutputLayout.COLUMNS) {
            Columns row = new Columns();
            row.getChildren().setAll(view.fields());
            row.stackedProperty()
                    .bind(row.widthProperty().lessThan(LEAST_COLUMN * view.fields().size()));
            outputs.getChildren().setAll(row);
        } else {
            outputs.getChildren().setAll(view.fields());
        }
        if (several && layout == OutputLayout.TABS) {
            OutputTabs tabs = new OutputTabs(view.labels(), view::choose);
            tabs.getChildren().addAll(stale, took);
            outputs.getChildren().addFirst(tabs);
            view.choose(0);
            return;
        }
        // A control that can use the room beside taller inputs takes it.
        view.fields().forEach(f -> VBox.setVgrow(f, VBox.getVgrow(f.widget().node())));
        view.fields().stream()
                .findFirst()
                .ifPresent(first -> {
                    first.mark(stale);
                    first.append(took);
                });
    }

    /// The field of an output.
    Optional<PortField> field(String port) {
        return view.field(port);
    }

    @FXML
    private void tryExample() {
        demo.example(1);
    }

    @FXML
    private void tryAgain() {
        demo.run();
    }

    @Override
    public void close() {
        clock.stop();
        listening.unsubscribe();
        view.close();
    }

    private void render() {
        if (demo.isChanging()) {
            return;
        }
        Outcome outcome = demo.outcomeProperty().get();
        boolean failed = outcome.phase() == Phase.FAILED;
        boolean blank = !failed && !outcome.hasOutputs();
        view.show(outcome.outputs(), outcome.inputs());
        view.blank(failed || blank);
        show(empty, blank);
        show(failure, failed);
        if (blank) {
            sayEmpty(outcome);
        }
        failureText.setText(failed ? sentence(outcome.problems()) : "");
        boolean old = outcome.stale() && !demo.isRunning();
        show(stale, old);
        outputs.pseudoClassStateChanged(STALE, old);
        outputs.pseudoClassStateChanged(DIMMED, busy.get() && !outcome.partial());
        showProgress(outcome.run());
        if (busy.get()) {
            clock.play();
        } else {
            clock.stop();
        }
        sayTook();
        speak(outcome);
    }

    /// Tells a screen reader what has come, once it has.
    private void speak(Outcome outcome) {
        int mine = ++spoken;
        List<Port> ports = demo.model().signature().outputs();
        switch (outcome.phase()) {
            case FAILED -> card.setAccessibleText("Failed: " + sentence(outcome.problems()));
            case RESULT ->
                    FxThread.background(
                            () -> Lines.of(ports, outcome.outputs()),
                            text -> {
                                if (mine == spoken) {
                                    card.setAccessibleText(
                                            (outcome.stale() ? "Earlier result: " : "Result: ")
                                                    + text);
                                }
                            },
                            why -> {});
            case RUNNING -> card.setAccessibleText("Running");
            case EMPTY, STOPPED -> card.setAccessibleText("Outputs, " + emptyText.getText());
        }
    }

    private void showProgress(@Nullable Run run) {
        progress.setVisible(busy.get());
        Progress now = run == null ? null : run.progress();
        progress.setProgress(
                !busy.get() || now == null || Double.isNaN(now.fraction())
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : now.fraction());
    }

    private void sayEmpty(Outcome outcome) {
        Signature signature = demo.model().signature();
        boolean working = busy.get();
        boolean examples = !signature.examples().isEmpty();
        tryExample.setVisible(!working && examples);
        tryExample.setManaged(examples);
        emptyText.setText(
                working
                        ? doing(outcome.run(), demo.checkProperty().get())
                        : outcome.phase() == Phase.STOPPED ? stopped(outcome.run()) : invitation());
    }

    private String invitation() {
        SelfCheck.State check = demo.checkProperty().get();
        if (check.phase() == SelfCheck.Phase.CHECKING) {
            return check.words();
        }
        return demo.liveProperty().get()
                ? "The answer follows the input as it changes."
                : "Press Run and the answer appears here.";
    }

    private static String stopped(@Nullable Run run) {
        return run != null && run.isGivenUp()
                ? "Stopped. The model does not listen and may go on in the background until Vitrine"
                        + " is closed."
                : "Stopped before there was a result.";
    }

    private static String doing(@Nullable Run run, SelfCheck.State check) {
        if (run == null || run.state() == Run.State.QUEUED) {
            return run == null ? Waiting.SOMEWHERE : Waiting.words(run.place());
        }
        String message = run.progress().message();
        if (!message.isEmpty()) {
            return message;
        }
        if (run.state() != Run.State.LOADING) {
            return "Running…";
        }
        return check.phase() == SelfCheck.Phase.CHECKING ? check.words() : "Loading the model…";
    }

    private void sayTook() {
        Outcome outcome = demo.outcomeProperty().get();
        if (busy.get() && empty.isVisible()) {
            // A place in the queue changes without a word from the run.
            emptyText.setText(doing(outcome.run(), demo.checkProperty().get()));
        }
        boolean now = busy.get() || outcome.phase() == Phase.RESULT;
        String words = still || !now || outcome.run() == null ? "" : words(outcome.run());
        boolean after = !words.isEmpty() && view.hasCaption();
        took.setText(after ? "· " + words : words);
        show(took, !words.isEmpty());
    }

    /// How long a run took, behind what it says of itself while it goes on beside its answer, or
    /// has said with its last step.
    private String words(Run run) {
        String time = run.took().isZero() ? "" : Elapsed.text(run.took());
        Progress said = run.progress();
        boolean tells = busy.get() ? !empty.isVisible() : said.fraction() == 1;
        return tells && !said.message().isEmpty() && !time.isEmpty()
                ? said.message() + " · " + time
                : time;
    }

    private static String sentence(List<Problem> problems) {
        return problems.isEmpty() ? "" : problems.getFirst().message();
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
