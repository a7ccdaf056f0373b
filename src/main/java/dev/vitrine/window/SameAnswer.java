package dev.vitrine.window;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import java.util.List;

/// Whether two signatures of one model differ only in what is said around its values, so that the
/// answer of the one is that of the other.
final class SameAnswer {
    private SameAnswer() {}

    static boolean of(Signature one, Signature other) {
        return one.task().equals(other.task())
                && one.models().equals(other.models())
                && of(one.inputs(), other.inputs())
                && of(one.outputs(), other.outputs());
    }

    /// Whether ports differ in no more than that.
    static boolean of(List<Port> ports, List<Port> others) {
        return bare(ports).equals(bare(others));
    }

    private static List<Port> bare(List<Port> ports) {
        return ports.stream()
                .map(p ->
                        new Port(
                                p.name(),
                                p.kind(),
                                "",
                                "",
                                p.required(),
                                p.standard(),
                                p.limits(),
                                "",
                                false,
                                p.options(),
                                p.tensor(),
                                ""))
                .toList();
    }
}
