package dev.vitrine.task;

import dev.vitrine.signature.Port;
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

    private void require(List<Port> ports, String wanted, String side, List<Problem> problems) {
        if (ports.stream().noneMatch(p -> p.kind().equals(wanted))) {
            problems.add(
                    Problem.of(
                            "task",
                            "The task %s needs an %s of kind %s; declare one, or use the task other."
                                    .formatted(id(), side, wanted)));
        }
    }
}
