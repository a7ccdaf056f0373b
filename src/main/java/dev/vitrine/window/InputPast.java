package dev.vitrine.window;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the inputs of a demo were before, for undo and redo over the whole form.
///
/// A step is what a person did at once: an example, Clear, a file that was opened, a word that was
/// typed, one pull of a slider. Changes of one input that follow each other closely are one step.
/// An editor may have an undo of its own, which is finer; what it takes back is taken out of here
/// too, so that nothing has to be undone twice.
final class InputPast {
    /// Changes of one input no further apart belong together.
    static final Duration CLOSE = Duration.ofMillis(700);

    /// Steps that are kept.
    static final int MOST = 100;

    /// Bytes of values that are kept.
    static final long MOST_BYTES = 128L << 20;

    /// The inputs at one moment, and the number of the example that they are, or 0.
    record State(Values inputs, int example) {}

    /// @param port the only input that changed; null where the form changed as a whole
    private record Step(
            @Nullable String port, Set<String> ports, State before, State after, long nanos) {}

    private final Signature signature;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    InputPast(Signature signature) {
        this.signature = signature;
    }

    /// The form has changed as a whole.
    void change(State before, State after) {
        Set<String> ports = differing(before.inputs(), after.inputs());
        if (!ports.isEmpty()) {
            push(new Step(null, ports, before, after, 0));
        }
    }

    /// One input has changed.
    ///
    /// @param nanos when, on any clock that only goes forward
    void change(String port, State before, State after, long nanos) {
        Step last = done.peek();
        if (last != null
                && undone.isEmpty()
                && port.equals(last.port())
                && nanos - last.nanos() <= CLOSE.toNanos()) {
            done.pop();
            push(new Step(port, Set.of(port), last.before(), after, nanos));
        } else {
            push(new Step(port, Set.of(port), before, after, nanos));
        }
    }

    /// An editor's own undo or redo has changed its input: all its steps since the form last
    /// changed as a whole become one.
    void rewind(String port, State before, State after, long nanos) {
        State first = before;
        Deque<Step> others = new ArrayDeque<>();
        for (Step last = done.peek(); last != null && last.port() != null; last = done.peek()) {
            done.pop();
            if (port.equals(last.port())) {
                first = last.before();
            } else {
                others.push(last);
            }
        }
        others.forEach(done::push);
        if (!first.inputs().find(port).equals(after.inputs().find(port))) {
            done.push(new Step(port, Set.of(port), first, after, nanos - CLOSE.toNanos() - 1));
        }
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /// The inputs without the last step; nothing where there is none.
    Optional<State> undo(State now) {
        Step step = done.poll();
        if (step == null) {
            return Optional.empty();
        }
        undone.push(step);
        return Optional.of(apply(step.ports(), step.before(), now));
    }

    /// The inputs with the last step that was undone; nothing where there is none.
    Optional<State> redo(State now) {
        Step step = undone.poll();
        if (step == null) {
            return Optional.empty();
        }
        done.push(step);
        return Optional.of(apply(step.ports(), step.after(), now));
    }

    private void push(Step step) {
        undone.clear();
        done.push(step);
        while (done.size() > MOST || done.size() > 1 && weight() > MOST_BYTES) {
            done.removeLast();
        }
    }

    private long weight() {
        return done.stream().mapToLong(this::weigh).sum();
    }

    private long weigh(Step step) {
        return signature.inputs().stream()
                .filter(port -> step.ports().contains(port.name()))
                .mapToLong(port -> weigh(port, step.before().inputs()))
                .sum();
    }

    private static long weigh(Port port, Values values) {
        return values.find(port.name()).map(value -> Kinds.weight(port, value)).orElse(0L);
    }

    private static State apply(Set<String> ports, State goal, State now) {
        Map<String, Object> all = new LinkedHashMap<>(now.inputs().byName());
        for (String port : ports) {
            goal.inputs()
                    .find(port)
                    .ifPresentOrElse(value -> all.put(port, value), () -> all.remove(port));
        }
        Values inputs = new Values(all);
        return new State(inputs, inputs.equals(goal.inputs()) ? goal.example() : 0);
    }

    private static Set<String> differing(Values before, Values after) {
        Set<String> ports = new LinkedHashSet<>(before.names());
        ports.addAll(after.names());
        ports.removeIf(port -> before.find(port).equals(after.find(port)));
        return ports;
    }
}
