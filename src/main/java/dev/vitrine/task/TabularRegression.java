package dev.vitrine.task;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One row of a table in, a port for each column; at least one number out.
final class TabularRegression extends PortTask {
    TabularRegression() {
        super("tabular-regression");
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.inputs(), TabularClassification.COLUMNS, "input", problems);
        require(signature.outputs(), List.of("number"), "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }
}
