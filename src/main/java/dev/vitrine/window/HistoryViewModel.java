package dev.vitrine.window;

import dev.vitrine.run.History;
import dev.vitrine.run.Run;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The runs of one demo that have ended, whoever asked for them, newest first.
final class HistoryViewModel implements AutoCloseable {
    private final DemoViewModel demo;
    private final History history;
    private final Background background;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Map<Long, PastRun> known = new ConcurrentHashMap<>();
    private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
    private final BooleanProperty canUndo = new SimpleBooleanProperty();
    private final Run.Watching watching;
    private Runnable undo = () -> {};
    private int turn;

    HistoryViewModel(DemoViewModel demo, History history, Background background) {
        this.demo = demo;
        this.history = history;
        this.background = background;
        Consumer<Boolean> changed = new Newest<>(background::show, news -> refresh());
        this.watching = history.watch(() -> changed.accept(true));
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
    }

    private boolean isMine(Run run) {
        return run.model() == demo.model();
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
