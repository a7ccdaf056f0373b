package dev.vitrine.signature;

import java.util.Map;
import java.util.Optional;

/// The tensor behind a port, and how one becomes the other.
///
/// @param network the network it belongs to, a key of [Signature#models()]
/// @param name the tensor's name in that network
/// @param processing pre- or post-processing as data (`layout`, `size`, `range`, `apply`, …), in
///   plain Java form; the tasks own its vocabulary and check it when a signature is read
public record Binding(String network, String name, Map<String, Object> processing) {
    public Binding {
        processing = Values.ordered(processing);
    }

    /// A tensor of the main network.
    public static Binding of(String name, Map<String, Object> processing) {
        return new Binding(Signature.MAIN, name, processing);
    }

    /// The processing step of this name where it is there and of this type.
    public <T> Optional<T> step(String key, Class<T> type) {
        return Optional.ofNullable(processing.get(key)).filter(type::isInstance).map(type::cast);
    }
}
