package dev.vitrine.run;

import dev.vitrine.model.Model;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Which models' calls are stacked, and how many; safe to use from any thread.
///
/// A model is measured once, in the background, after its first run was done and the threads have
/// nothing to do, so that no run waits for it. Where they always have something to do it is
/// measured beside them, after some patience.
final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final long LOOK_MILLIS = 500;
    private static final int PATIENCE = 10;

    private final BooleanSupplier busy;

    /// What was found; nothing in it for a model that is being measured.
    private final Map<Model, Optional<BatchGain>> known = new WeakHashMap<>();

    private @Nullable ScheduledExecutorService background;
    private boolean closed;

    /// @param busy whether there is something to run
    Batches(BooleanSupplier busy) {
        this.busy = busy;
    }

    /// What stacking a model's calls gains, once that is known.
    synchronized Optional<BatchGain> gain(Model model) {
        Optional<BatchGain> gain = known.get(model);
        return gain == null ? Optional.empty() : gain;
    }

    /// The most calls of a model that are stacked.
    int most(Model model) {
        return gain(model).map(BatchGain::size).orElse(1);
    }

    /// Says that a run was done, so that its model is loaded.
    synchronized void ran(Model model) {
        if (known.containsKey(model) || closed) {
            return;
        }
        known.put(model, Optional.empty());
        if (model.batching().isPresent()) {
            later(model, PATIENCE);
        }
    }

    synchronized void close() {
        closed = true;
        if (background != null) {
            background.shutdownNow();
        }
    }

    private synchronized void later(Model model, int patience) {
        if (closed) {
            return;
        }
        if (background == null) {
            background =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name("vitrine-batching").daemon().factory());
        }
        var unused =
                background.schedule(
                        () -> look(model, patience), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Model model, int patience) {
        if (patience > 0 && busy.getAsBoolean()) {
            later(model, patience - 1);
            return;
        }
        try {
            BatchGain gain =
                    model.batching()
                            .filter(batching -> batching.isOpen())
                            .map(batching -> GainMeter.measure(model, batching))
                            .orElse(null);
            keep(model, gain);
        } catch (RuntimeException | Error e) {
            // Whatever is wrong with it, single runs will tell.
            LOG.debug("Batches of {} cannot be measured", model.id(), e);
            keep(model, BatchGain.NONE);
        }
    }

    /// Forgets that a model was to be measured which is not open any more.
    private synchronized void keep(Model model, @Nullable BatchGain gain) {
        if (gain == null) {
            known.remove(model);
        } else {
            known.put(model, Optional.of(gain));
            LOG.debug("Batches of {}: {}", model.id(), gain);
        }
    }
}
