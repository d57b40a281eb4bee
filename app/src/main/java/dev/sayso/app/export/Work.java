package dev.sayso.app.export;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work off the FX thread whose result comes back to it; [dev.sayso.app.ui.Background] as a
/// function.
@FunctionalInterface
public interface Work {

    <T> Thread run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed);
}
