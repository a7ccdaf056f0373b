package dev.vitrine.task;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Something of certain kinds in, at least one label out.
abstract class Classification extends PortTask {
    private final List<String> kinds;

    /// @param kinds the kinds of inputs of which a signature needs one
    Classification(String id, String... kinds) {
        super(id);
        this.kinds = List.of(kinds);
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.inputs(), kinds, "input", problems);
        require(signature.outputs(), List.of("label"), "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }
}
