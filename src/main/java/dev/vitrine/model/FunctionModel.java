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
    /// A function whose title in lower case is its id.
    public static FunctionModel of(
            Signature signature, BiFunction<Values, RunContext, Values> function) {
        // An id that began with '-' would be an option where it stands on a command line.
        String id = ModelId.of(signature.title()).replaceFirst("^-+", "");
        return new FunctionModel(id.isEmpty() ? "demo" : id, signature, function);
    }

    @Override
    public Values predict(Values inputs, RunContext context) {
        return function.apply(inputs, context);
    }

    @Override
    public void close() {}
}
