package dev.vitrine.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The tensor behind a port, or several that make one value together, and how they become it.
///
/// @param network the network it belongs to, a key of [Signature#models()]
/// @param name the tensor's name in that network; empty where there are several
/// @param parts the names of several tensors by what they hold, such as `scores` and `boxes`; empty
///   where there is one
/// @param processing pre- or post-processing as data (`layout`, `size`, `range`, `apply`, …), in
///   plain Java form; the tasks own its vocabulary and check it when a signature is read
public record Binding(
        String network,
        String name,
        Map<String, List<String>> parts,
        Map<String, Object> processing) {
    public Binding {
        parts = Values.ordered(parts);
        processing = Values.ordered(processing);
    }

    /// A tensor of the main network.
    public static Binding of(String name, Map<String, Object> processing) {
        return new Binding(Signature.MAIN, name, Map.of(), processing);
    }

    /// Several tensors of the main network.
    public static Binding of(Map<String, List<String>> parts, Map<String, Object> processing) {
        return new Binding(Signature.MAIN, "", parts, processing);
    }

    /// The names of all its tensors.
    public List<String> names() {
        return Stream.concat(
                        Stream.of(name).filter(n -> !n.isEmpty()),
                        parts.values().stream().flatMap(List::stream))
                .toList();
    }

    /// The processing step of this name where it is there and of this type.
    public <T> Optional<T> step(String key, Class<T> type) {
        return Optional.ofNullable(processing.get(key)).filter(type::isInstance).map(type::cast);
    }
}
