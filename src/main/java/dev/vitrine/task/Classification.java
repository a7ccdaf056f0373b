package dev.vitrine.task;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Something of one kind in, at least one label out.
abstract class Classification extends PortTask {
    private final String kind;

    Classification(String id, String kind) {
        super(id);
        this.kind = kind;
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.inputs(), kind, "input", problems);
        require(signature.outputs(), "label", "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }
}
