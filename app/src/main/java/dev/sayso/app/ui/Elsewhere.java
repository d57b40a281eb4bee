package dev.sayso.app.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Where work is done that may not hold up the FX thread. It is [Background], but for tests that do
/// it at once or when they please, without a toolkit.
@FunctionalInterface
public interface Elsewhere {

    /// @param done gets the result, on the FX thread
    /// @param failed gets what was thrown instead, on the FX thread
    /// @return interrupting it cancels the work, which then fails with what it makes of that
    <T> Thread run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);
}
