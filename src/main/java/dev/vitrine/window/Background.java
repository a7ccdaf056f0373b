package dev.vitrine.window;

import dev.vitrine.signature.ProblemException;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The two directions between a view model and the rest of the program: work that leaves the thread
/// of the window, and news that comes back to it.
///
/// [FxThread#BACKGROUND] in the window; tests of view models, which need no toolkit, have their
/// own.
public interface Background {
    /// Works elsewhere, then hands over on the window's thread what came of it.
    ///
    /// @param work may block
    /// @param done gets the result
    /// @param failed gets why there is none
    <T> void work(Callable<T> work, Consumer<? super T> done, Consumer<ProblemException> failed);

    /// Shows something on the window's thread: now where this is it, else as soon as it is free.
    void show(Runnable action);
}
