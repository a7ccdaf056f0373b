package dev.vitrine.http;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The runs that Gradio's clients have asked for. A client asks first and listens after, so what a
/// run says meanwhile is kept with it: for five minutes, and of so many only. Safe to use from any
/// thread.
final class GradioEvents implements Lasting {
    /// How long a run is kept that nobody listens to.
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    /// @param since when it was asked for, in nanoseconds
    private record Known(GradioEvent event, long since) {}

    /// The runs of events that nobody listens to yet.
    private final KeptRuns waiting = new KeptRuns();

    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, GradioSession> open = new HashMap<>();

    /// Takes an event up: on its session's stream where that is open, else until somebody listens.
    ///
    /// @throws dev.vitrine.signature.ProblemException where nobody listens to too many already; the
    ///   run is stopped then
    void add(GradioEvent event) {
        while (true) {
            GradioSession listening;
            synchronized (this) {
                listening = event.streamed() ? open.get(event.session()) : null;
                if (listening == null) {
                    waiting.keep(event.id(), event.run());
                    known.put(event.id(), new Known(event, System.nanoTime()));
                    return;
                }
                known.put(event.id(), new Known(event, System.nanoTime()));
            }
            // waits where that stream is just saying that it ends
            if (listening.add(event)) {
                return;
            }
            close(listening);
        }
    }

    /// Opens the stream of a session, which gets the events that wait for it and those to come.
    synchronized void open(GradioSession session) {
        open.put(session.name(), session);
        for (Known one : List.copyOf(known.values())) {
            GradioEvent event = one.event();
            if (event.streamed()
                    && event.session().equals(session.name())
                    && waiting.take(event.id()).isPresent()) {
                session.add(event);
            }
        }
    }

    /// Forgets that a session's stream is open.
    synchronized void close(GradioSession session) {
        open.remove(session.name(), session);
    }

    /// Takes an event that nobody listens to yet; nothing where there is none.
    synchronized Optional<GradioEvent> take(String id) {
        Known one = known.get(id);
        return one == null || one.event().streamed() || waiting.take(id).isEmpty()
                ? Optional.empty()
                : Optional.of(one.event());
    }

    /// An event whose end was not told yet.
    synchronized Optional<GradioEvent> find(String id) {
        return Optional.ofNullable(known.get(id)).map(Known::event);
    }

    /// Forgets an event whose end was told.
    synchronized void told(GradioEvent event) {
        known.remove(event.id());
    }

    /// Stops and forgets what nobody has listened to for too long.
    synchronized void tidy() {
        long now = System.nanoTime();
        for (Iterator<Known> all = known.values().iterator(); all.hasNext(); ) {
            Known one = all.next();
            if (now - one.since() > PATIENCE_NANOS) {
                waiting.take(one.event().id())
                        .ifPresent(run -> {
                            run.stop();
                            all.remove();
                        });
            }
        }
    }

    @Override
    public void close() {
        List<Known> all;
        synchronized (this) {
            all = List.copyOf(known.values());
        }
        all.forEach(one -> one.event().run().stop());
    }
}
