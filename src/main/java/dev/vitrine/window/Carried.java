package dev.vitrine.window;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Takes the inputs of a demo over into another signature: each keeps its value where that still
/// fits. One that does not is kept aside, so that it is there again when the signature is.
final class Carried {
    private static final int MOST = 4;

    private final Map<String, Deque<Object>> aside = new HashMap<>();

    /// The values under another signature.
    ///
    /// @param now the values as they stand
    /// @param standard the defaults of the other signature
    Values over(Signature next, Values now, Values standard) {
        now.byName().forEach(this::keep);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : next.inputs()) {
            Stream.concat(
                            aside.getOrDefault(port.name(), new ArrayDeque<>()).stream(),
                            standard.find(port.name()).stream())
                    .filter(value -> fits(port, value))
                    .findFirst()
                    .ifPresent(value -> values.put(port.name(), value));
        }
        return new Values(values);
    }

    private void keep(String name, Object value) {
        Deque<Object> last = aside.computeIfAbsent(name, n -> new ArrayDeque<>());
        last.remove(value);
        last.push(value);
        if (last.size() > MOST) {
            last.removeLast();
        }
    }

    private static boolean fits(Port port, Object value) {
        return Kinds.checkType(port, value).isEmpty() && Kinds.check(port, value).isEmpty();
    }
}
