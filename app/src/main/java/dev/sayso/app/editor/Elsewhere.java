package dev.sayso.app.editor;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work off the FX thread and answers on it, as [dev.sayso.app.ui.Background#run] does; tests
/// need no toolkit for theirs.
@FunctionalInterface
public interface Elsewhere {

    /// @param done gets the result
    /// @param failed gets what was thrown instead
    /// @return interrupting it cancels the work
    <T> Thread run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);
}
