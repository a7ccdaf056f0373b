package dev.vitrine.window;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import java.util.List;
import java.util.stream.Collectors;

/// Values as plain text; walks through them, so ask for it in the background.
final class Lines {
    private Lines() {}

    /// One line for each value, each begun by its label where there are several.
    static String of(List<Port> ports, Values values) {
        List<Port> there =
                ports.stream().filter(port -> values.find(port.name()).isPresent()).toList();
        return there.stream()
                .map(port -> {
                    String text = Kinds.text(port, values.find(port.name()).orElseThrow());
                    return there.size() == 1 ? text : port.label() + ": " + text;
                })
                .collect(Collectors.joining("\n"));
    }
}
