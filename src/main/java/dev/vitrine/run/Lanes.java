package dev.vitrine.run;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A queue in which callers take turns: each has a lane of its own, first come first served, and
/// the lanes are served one after the other (round robin). Not safe to use from several threads.
///
/// @param <K> who waits
/// @param <T> what waits
final class Lanes<K, T> {
    /// Those whose turn comes sooner first; no lane is empty.
    private final LinkedHashMap<K, Deque<T>> lanes = new LinkedHashMap<>();

    private int size;

    void add(K caller, T item) {
        lanes.computeIfAbsent(caller, c -> new ArrayDeque<>(2)).addLast(item);
        size++;
    }

    /// Takes the next; null where nothing waits.
    @Nullable T poll() {
        Map.Entry<K, Deque<T>> next = lanes.pollFirstEntry();
        if (next == null) {
            return null;
        }
        Deque<T> lane = next.getValue();
        T item = lane.removeFirst();
        if (!lane.isEmpty()) {
            lanes.put(next.getKey(), lane);
        }
        size--;
        return item;
    }

    /// Takes out all that match.
    ///
    /// @return whether there were any
    boolean removeIf(Predicate<T> which) {
        boolean any = false;
        for (Iterator<Deque<T>> all = lanes.values().iterator(); all.hasNext(); ) {
            Deque<T> lane = all.next();
            any |= lane.removeIf(which);
            if (lane.isEmpty()) {
                all.remove();
            }
        }
        if (any) {
            size = lanes.values().stream().mapToInt(Deque::size).sum();
        }
        return any;
    }

    /// All that wait, in the order in which [#poll] would give them.
    List<T> inOrder() {
        List<T> order = new ArrayList<>(size);
        List<Iterator<T>> rounds = new ArrayList<>(lanes.size());
        lanes.values().forEach(lane -> rounds.add(lane.iterator()));
        while (order.size() < size) {
            for (Iterator<T> lane : rounds) {
                if (lane.hasNext()) {
                    order.add(lane.next());
                }
            }
        }
        return order;
    }

    /// Whether a caller has anything waiting.
    boolean has(K caller) {
        return lanes.containsKey(caller);
    }

    int size() {
        return size;
    }

    void clear() {
        lanes.clear();
        size = 0;
    }
}
