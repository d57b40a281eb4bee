package dev.sayso.app.history;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work off the FX thread, as `ui.Background` does it; tests do it at once.
@FunctionalInterface
public interface HistoryWork {

    /// @param done on the FX thread
    /// @param failed on the FX thread
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);
}
