package dev.vitrine;

import dev.vitrine.Demo.LongFunction;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.BiFunction;

/// A demo's function behind the form in which models run.
///
/// @param signature what the demo declares
/// @param function what it does
record Call(Signature signature, LongFunction function)
        implements BiFunction<Values, RunContext, Values> {
    @Override
    public Values apply(Values inputs, RunContext context) {
        try {
            return Converted.outputs(
                    signature,
                    function.apply(new Inputs(signature, inputs), new Context(signature, context)));
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            context.stop().check();
            throw new UndeclaredThrowableException(e);
        } catch (Exception e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}
