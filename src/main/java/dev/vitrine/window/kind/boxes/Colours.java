package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of the style sheet's colours the boxes of a class have: that of the class's place among
/// the port's own, else of the order in which classes are first seen.
public final class Colours {
    /// How many colours the style sheet has.
    public static final int COUNT = 8;

    private final Map<String, Integer> byLabel = new HashMap<>();

    public Colours(Port port) {
        List<String> known = LabelKind.labels(port);
        known.forEach(this::of);
    }

    /// The number of a label's colour, below [#COUNT].
    public int of(String label) {
        return byLabel.computeIfAbsent(label, l -> byLabel.size() % COUNT);
    }

    /// The style class of a label's colour.
    public String style(String label) {
        return style(of(label));
    }

    /// The style class of a colour.
    public static String style(int colour) {
        return "box-colour-" + colour;
    }
}
