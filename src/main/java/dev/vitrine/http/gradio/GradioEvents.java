package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.KeptRuns;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.run.Run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The runs that Gradio's clients have asked for. A client asks first and listens after, so what a
/// run says meanwhile is kept with it: for five minutes, and of so many only. Safe to use from any
/// thread.
final class GradioEvents implements Lasting {
    private static final long PATIENCE_MINUTES = 5;

    /// @param since when it was asked for, in nanoseconds
    private record Unheard(GradioEvent event, long since) {}

    /// The runs of events that nobody listens to yet.
    private final KeptRuns kept = new KeptRuns();

    private final Map<String, Unheard> unheard = new LinkedHashMap<>();
    private final Map<String, GradioEvent> heard = new HashMap<>();
    private final Map<String, GradioSession> open = new HashMap<>();
    private final long patienceNanos;

    GradioEvents() {
        this(TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES));
    }

    /// @param patienceNanos how long a run is kept that nobody listens to
    GradioEvents(long patienceNanos) {
        this.patienceNanos = patienceNanos;
    }

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
                    keep(event);
                    return;
                }
                heard.put(event.id(), event);
            }
            // waits where that stream is just saying that it ends
            if (listening.add(event)) {
                return;
            }
            close(listening);
        }
    }

    private void keep(GradioEvent event) {
        heard.remove(event.id());
        kept.keep(event.id(), event.run());
        unheard.put(event.id(), new Unheard(event, System.nanoTime()));
        // what had to make room
        unheard.keySet().removeIf(id -> !kept.has(id));
    }

    /// Opens the stream of a session, which gets the events that wait for it and those to come.
    synchronized void open(GradioSession session) {
        open.put(session.name(), session);
        for (Unheard one : List.copyOf(unheard.values())) {
            GradioEvent event = one.event();
            if (event.streamed()
                    && event.session().equals(session.name())
                    && hear(event.id()).isPresent()) {
                session.add(event);
            }
        }
    }

    /// Forgets that a session's stream is open.
    synchronized void close(GradioSession session) {
        open.remove(session.name(), session);
    }

    /// Takes an event that has no session's stream and that nobody listens to yet; nothing where
    /// there is none.
    synchronized Optional<GradioEvent> take(String id) {
        Unheard one = unheard.get(id);
        return one == null || one.event().streamed() ? Optional.empty() : hear(id);
    }

    private Optional<GradioEvent> hear(String id) {
        Unheard one = unheard.remove(id);
        if (one == null || kept.take(id).isEmpty()) {
            return Optional.empty();
        }
        heard.put(id, one.event());
        return Optional.of(one.event());
    }

    /// An event whose end was not told yet.
    synchronized Optional<GradioEvent> find(String id) {
        return Optional.ofNullable(unheard.get(id))
                .map(Unheard::event)
                .or(() -> Optional.ofNullable(heard.get(id)));
    }

    /// Forgets an event whose end was told.
    synchronized void told(GradioEvent event) {
        heard.remove(event.id());
    }

    /// How many events there are.
    synchronized int size() {
        return unheard.size() + heard.size();
    }

    /// Stops and forgets what nobody has listened to for too long.
    synchronized void tidy() {
        long now = System.nanoTime();
        unheard.values()
                .removeIf(one -> {
                    boolean over = now - one.since() > patienceNanos;
                    if (over) {
                        kept.take(one.event().id()).ifPresent(Run::stop);
                    }
                    return over;
                });
    }

    @Override
    public void close() {
        List<GradioEvent> all;
        synchronized (this) {
            all =
                    Stream.concat(
                                    unheard.values().stream().map(Unheard::event),
                                    heard.values().stream())
                            .toList();
        }
        all.forEach(event -> event.run().stop());
    }
}
