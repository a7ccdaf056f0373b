package dev.vitrine.window.kind;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.FxThread;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The bytes of a file, made when they are asked for.
@FunctionalInterface
public interface Content {
    /// Makes them: called on the FX thread, where what is shown may be looked at, works in the
    /// background and answers on the FX thread.
    ///
    /// @param done gets the bytes
    /// @param failed gets why there are none
    void make(Consumer<byte[]> done, Consumer<ProblemException> failed);

    /// What work in the background makes.
    static Content of(Callable<byte[]> work) {
        return (done, failed) -> FxThread.background(work, done, failed);
    }
}
