package dev.vitrine.http.gradio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Things by their ids, for a while: the oldest leave first where there are too many, where they
/// are too much together, or when their time is over. Safe to use from any thread.
///
/// @param <T> the things
final class Shelf<T> {
    /// @param bytes what it counts for
    /// @param since when it came, in nanoseconds
    private record Place<T>(T thing, long bytes, long since) {}

    private final SequencedMap<String, Place<T>> places = new LinkedHashMap<>();
    private final int most;
    private final long mostBytes;
    private final long lastsNanos;
    private final Consumer<String> farewell;
    private long bytes;

    /// @param most how many there may be
    /// @param mostBytes bytes of all; one thing that alone has more is kept too
    /// @param lastsMinutes how long a thing stays
    /// @param farewell is told the id of each thing that leaves
    Shelf(int most, long mostBytes, long lastsMinutes, Consumer<String> farewell) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.lastsNanos = TimeUnit.MINUTES.toNanos(lastsMinutes);
        this.farewell = farewell;
    }

    /// Puts a thing there.
    synchronized void put(String id, T thing, long weight) {
        places.put(id, new Place<>(thing, weight, System.nanoTime()));
        bytes += weight;
        while (places.size() > 1 && (places.size() > most || bytes > mostBytes)) {
            dropFirst();
        }
    }

    synchronized Optional<T> find(String id) {
        return Optional.ofNullable(places.get(id)).map(Place::thing);
    }

    /// Lets those leave whose time is over.
    synchronized void tidy() {
        long now = System.nanoTime();
        while (!places.isEmpty() && now - places.firstEntry().getValue().since() > lastsNanos) {
            dropFirst();
        }
    }

    /// Lets all leave.
    synchronized void clear() {
        List.copyOf(places.keySet()).forEach(_ -> dropFirst());
    }

    private void dropFirst() {
        Map.Entry<String, Place<T>> first = places.pollFirstEntry();
        bytes -= first.getValue().bytes();
        farewell.accept(first.getKey());
    }
}
