package dev.vitrine.kind;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Values that nobody is to read but who gave them, such as passwords: a model gets them, and what
/// is kept, repeated or shown is without them.
public final class Secrets {
    private Secrets() {}

    /// The same values without the secrets among them.
    public static Values without(List<Port> ports, Values values) {
        return new Values(without(ports, values.byName()));
    }

    /// The same values, with the secrets among others in the places that they have none for.
    public static Values with(List<Port> ports, Values values, Values others) {
        Values all = values;
        for (String name : names(ports)) {
            if (values.find(name).isEmpty() && others.find(name).isPresent()) {
                all = all.with(name, others.find(name).get());
            }
        }
        return all;
    }

    /// What was given by port, without what was given for secrets.
    static <V> Map<String, V> without(List<Port> ports, Map<String, V> given) {
        Set<String> secrets = names(ports);
        if (secrets.isEmpty()) {
            return given;
        }
        Map<String, V> all = new LinkedHashMap<>(given);
        all.keySet().removeAll(secrets);
        return all;
    }

    private static Set<String> names(List<Port> ports) {
        return ports.stream()
                .filter(Secrets::isSecret)
                .map(Port::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether nobody is to read a port's values.
    public static boolean isSecret(Port port) {
        return Kinds.of(port).isSecret(port);
    }
}
