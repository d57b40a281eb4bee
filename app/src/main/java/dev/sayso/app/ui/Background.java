package dev.sayso.app.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work off the FX thread, whose result comes back to it: files, the database, the network.
/// Arithmetic belongs to the recognition.
public final class Background implements Elsewhere {

    /// As [Elsewhere#run]; the work is done on a virtual thread.
    @Override
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
