package dev.vitrine.window;

import dev.vitrine.run.BatchGain;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The calls that programs made over the endpoint, newest first, looked at again a few times a
/// second while they change.
final class CallsViewModel implements AutoCloseable {
    private static final long EVERY_MILLIS = 200;

    /// What is shown.
    ///
    /// @param rows newest first
    /// @param gain what is known of batches
    private record Look(List<CallRow> rows, String gain) {}

    private final DemoViewModel demo;
    private final Runner runner;
    private final Reopen reopen;
    private final Background background;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Map<Long, CallRow> ended = new ConcurrentHashMap<>();
    private final ObservableList<CallRow> all = FXCollections.observableArrayList();
    private final FilteredList<CallRow> rows = new FilteredList<>(all);
    private final BooleanProperty onlyThisModel = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper gain = new ReadOnlyStringWrapper("");
    private final Paced pace = new Paced(EVERY_MILLIS, this::look);
    private final Run.Watching watching;
    private CallRow.@Nullable Outcome outcome;
    private volatile boolean closed;

    CallsViewModel(DemoViewModel demo, Runner runner, Reopen reopen, Background background) {
        this.demo = demo;
        this.runner = runner;
        this.reopen = reopen;
        this.background = background;
        this.watching = runner.calls().watch(pace);
        onlyThisModel.subscribe(now -> filter());
        pace.run();
    }

    /// Those that the filters let through.
    ObservableList<CallRow> rows() {
        return rows;
    }

    /// All that are kept.
    ObservableList<CallRow> all() {
        return all;
    }

    /// Whether calls of other models are left out.
    BooleanProperty onlyThisModelProperty() {
        return onlyThisModel;
    }

    /// A sentence on what stacking this model's calls gains; empty while that is not known.
    ReadOnlyStringProperty gainProperty() {
        return gain.getReadOnlyProperty();
    }

    /// Leaves out what came to something else.
    ///
    /// @param which null for no filter
    void show(CallRow.@Nullable Outcome which) {
        outcome = which;
        filter();
    }

    /// Shows what went in and what came out, on the page of its model.
    ///
    /// @return whether that is still kept
    boolean open(CallRow row) {
        return row.call().run().map(run -> reopen(run, true)).orElse(false);
    }

    /// Takes its inputs, to change them or to run again.
    ///
    /// @return whether they are still kept
    boolean use(CallRow row) {
        return row.call().run().map(run -> reopen(run, false)).orElse(false);
    }

    private boolean reopen(Run run, boolean whole) {
        reopen.open(run, whole);
        return true;
    }

    /// Forgets those that have ended.
    void clear() {
        runner.calls().clear();
    }

    @Override
    public void close() {
        closed = true;
        watching.close();
    }

    private void filter() {
        String mine = demo.model().id();
        boolean only = onlyThisModel.get();
        CallRow.Outcome which = outcome;
        rows.setPredicate(row ->
                (!only || row.model().equals(mine)) && (which == null || row.outcome() == which));
    }

    /// In the background; looks again while something goes on, for its time does too.
    private void look() {
        if (closed) {
            return;
        }
        List<CallRow> now = runner.calls().calls().stream().map(this::row).toList();
        ended.values().retainAll(now);
        Look look = new Look(now, runner.batching(demo.model()).map(this::words).orElse(""));
        background.show(() -> show(look));
        if (now.stream().anyMatch(row -> row.outcome() == CallRow.Outcome.UNDER_WAY)) {
            pace.run();
        }
    }

    private CallRow row(EndpointCall call) {
        return call.ending().isPresent()
                ? ended.computeIfAbsent(call.number(), n -> CallRow.of(call, zone))
                : CallRow.of(call, zone);
    }

    private void show(Look look) {
        if (!closed) {
            gain.set(look.gain());
            if (!all.equals(look.rows())) {
                all.setAll(look.rows());
            }
        }
    }

    private String words(BatchGain measured) {
        String times = String.format(Locale.ROOT, "%.1f×", measured.gain());
        return measured.isOn()
                ? "Calls that wait run up to %d together, %s as many in the same time"
                        .formatted(measured.size(), times)
                : "Calls run one by one: together they gain too little (%s)".formatted(times);
    }
}
