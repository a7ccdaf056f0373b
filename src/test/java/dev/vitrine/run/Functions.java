package dev.vitrine.run;

import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Models for tests: one number in, one number out, and any behaviour between.
public final class Functions {
    private Functions() {}

    /// A model that takes `n` (0 to 1,000) and gives `m`.
    public static Model model(BiFunction<Values, RunContext, Values> function) {
        Signature signature =
                new Signature(
                        "Test",
                        "",
                        "other",
                        Map.of(),
                        List.of(Port.of("n", "number").withLimits(Limits.between(0, 1000))),
                        List.of(Port.of("m", "number")),
                        List.of(),
                        false,
                        "",
                        "");
        return new FunctionModel("test", signature, function);
    }

    /// The input of [#model].
    public static Values n(double n) {
        return Values.of("n", n);
    }

    /// The output of [#model].
    public static Values m(double m) {
        return Values.of("m", m);
    }
}
