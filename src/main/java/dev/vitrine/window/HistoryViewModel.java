package dev.vitrine.window;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Secrets;
import dev.vitrine.model.Model;
import dev.vitrine.run.History;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The runs of one demo that have ended, whoever asked for them, newest first.
final class HistoryViewModel implements AutoCloseable {
    private static final long EVERY_MILLIS = 200;

    private final DemoViewModel demo;
    private final History history;
    private final Background background;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Map<Long, PastRun> known = new ConcurrentHashMap<>();
    private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
    private final BooleanProperty canUndo = new SimpleBooleanProperty();
    private final Run.Watching watching;
    private final Subscription following;
    private Runnable undo = () -> {};
    private int turn;

    HistoryViewModel(DemoViewModel demo, History history, Background background) {
        this.demo = demo;
        this.history = history;
        this.background = background;
        this.watching =
                history.watch(new Paced(EVERY_MILLIS, () -> background.show(this::refresh)));
        this.following = demo.modelProperty().subscribe((was, now) -> refresh());
        refresh();
    }

    ObservableList<PastRun> runs() {
        return runs;
    }

    /// Whether what was cleared can be brought back.
    BooleanProperty canUndoProperty() {
        return canUndo;
    }

    /// Shows what went into a run and what came out of it.
    void show(PastRun past) {
        demo.show(past.run());
    }

    /// Takes the inputs of a run, to change them or to run again.
    void use(PastRun past) {
        demo.use(past.run().inputs());
    }

    /// Forgets the runs of this demo.
    void clear() {
        undo = history.forget(this::isMine);
        canUndo.set(true);
    }

    /// Brings back what was cleared last.
    void undo() {
        canUndo.set(false);
        undo.run();
        undo = () -> {};
    }

    @Override
    public void close() {
        turn++;
        watching.close();
        following.unsubscribe();
    }

    private boolean isMine(Run run) {
        return isOf(demo.model(), run);
    }

    /// Whether a run is one of a model, or of an earlier signature of it and still can be shown.
    static boolean isOf(Model model, Run run) {
        return run.model() == model
                || run.model().id().equals(model.id())
                        && run.model().about().origin().isPresent()
                        && run.model().about().origin().equals(model.about().origin())
                        && takes(model.signature(), run.inputs())
                        && run.outputs().isPresent()
                        && fits(model.signature(), run.outputs().get());
    }

    /// Whether what went in can still be given; the secrets among it were forgotten.
    private static boolean takes(Signature signature, Values inputs) {
        return Form.check(signature, inputs).stream()
                .allMatch(problem ->
                        signature.input(problem.port()).filter(Secrets::isSecret).isPresent());
    }

    /// Whether what came of an earlier signature can still be shown.
    private static boolean fits(Signature signature, Values outputs) {
        return signature.outputs().stream()
                .allMatch(port ->
                        outputs.find(port.name())
                                .filter(value -> Kinds.checkType(port, value).isEmpty())
                                .isPresent());
    }

    /// Looks again; where several looks are under way the last one counts.
    private void refresh() {
        int mine = ++turn;
        background.work(
                this::read,
                all -> {
                    if (mine == turn) {
                        runs.setAll(all);
                    }
                },
                why -> {});
    }

    private List<PastRun> read() {
        List<PastRun> all =
                history.runs().stream()
                        .filter(this::isMine)
                        .map(run -> known.computeIfAbsent(run.id(), id -> PastRun.of(run, zone)))
                        .toList();
        known.values().retainAll(all);
        return all;
    }
}
