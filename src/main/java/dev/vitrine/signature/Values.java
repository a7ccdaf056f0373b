package dev.vitrine.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The values of ports by name, in the order of the signature; immutable, as the values themselves
/// are.
///
/// @param byName a value of the kind's Java type for each port that has one
public record Values(Map<String, Object> byName) {
    /// No value for any port.
    public static final Values NONE = new Values(Map.of());

    public Values {
        byName = ordered(byName);
    }

    /// One value.
    public static Values of(String name, Object value) {
        return new Values(Map.of(name, value));
    }

    /// The value of a port, or nothing.
    public Optional<Object> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The value of a port that the signature guarantees.
    ///
    /// @throws IllegalStateException where it is missing or of another type
    public <T> T get(String name, Class<T> type) {
        Object value = byName.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException(
                    "The port '%s' holds %s where %s was promised."
                            .formatted(
                                    name,
                                    value == null ? "nothing" : value.getClass().getSimpleName(),
                                    type.getSimpleName()));
        }
        return type.cast(value);
    }

    /// The same values and one more, or one in another's place.
    public Values with(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(byName);
        all.put(name, value);
        return new Values(all);
    }

    /// The names of the ports that have a value.
    public Set<String> names() {
        return byName.keySet();
    }

    /// An unmodifiable copy that keeps the order, which [Map#copyOf(Map)] does not.
    static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
