package dev.vitrine.kind.slider;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import java.util.List;

/// Numbers between two bounds, set by sliding.
public final class SliderKind extends NumberKind {
    @Override
    public String id() {
        return "slider";
    }

    @Override
    public List<Problem> declare(Port port) {
        if (port.limits().min().isEmpty() || port.limits().max().isEmpty()) {
            return List.of(
                    Problem.at(
                            port.name(),
                            "limits",
                            "The slider '%s' needs a min and a max.".formatted(port.name())));
        }
        return super.declare(port);
    }
}
