package dev.sayso.app.history;

import dev.sayso.app.ui.Elsewhere;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work done at once, or held back until the test lets it go.
final class Immediately implements Elsewhere {

    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean hold;

    @Override
    public <T> Thread run(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        Runnable all = () -> doIt(work, done, failed);
        if (hold) {
            held.add(all);
        } else {
            all.run();
        }
        return Thread.currentThread();
    }

    private static <T> void doIt(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        T result;
        try {
            result = work.call();
        } catch (Throwable thrown) {
            failed.accept(thrown);
            return;
        }
        done.accept(result);
    }

    void hold() {
        hold = true;
    }

    int held() {
        return held.size();
    }

    void go() {
        hold = false;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }
}
