package dev.sayso.app.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work off the FX thread, whose result comes back to it: files, the database, the network.
/// Arithmetic belongs to the recognition.
public final class Background {

    /// @param work on a virtual thread
    /// @param done on the FX thread
    /// @param failed on the FX thread
    /// @return interrupting it cancels the work, which then fails with what it makes of that
    public <T> Thread run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        return Thread.ofVirtual()
                .name("background")
                .start(() -> FxThread.inOrder(outcome(work, done, failed)));
    }

    private static <T> Runnable outcome(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Throwable thrown) {
            // whatever it was, its owner waits for an answer
            return () -> failed.accept(thrown);
        }
    }
}
