package dev.vitrine.model;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import java.util.function.BiFunction;

/// A Java function as a model.
///
/// @param id what the endpoint calls it
/// @param signature what it declares
/// @param function what it does; it may report progress and partial outputs, and should poll for
///   Stop
public record FunctionModel(
        String id, Signature signature, BiFunction<Values, RunContext, Values> function)
        implements Model {
    @Override
    public Values predict(Values inputs, RunContext context) {
        return function.apply(inputs, context);
    }

    @Override
    public void close() {}
}
