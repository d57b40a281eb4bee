package dev.sayso.app.dictation;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Hands values on to another thread, and leaves out those that a newer one has overtaken.
final class Latest<T> implements Consumer<T> {

    private final AtomicReference<T> newest = new AtomicReference<>();
    private final AtomicBoolean waits = new AtomicBoolean();
    private final Executor thread;
    private final Consumer<? super T> consumer;

    Latest(Executor thread, Consumer<? super T> consumer) {
        this.thread = thread;
        this.consumer = consumer;
    }

    @Override
    public void accept(T value) {
        newest.set(value);
        if (!waits.getAndSet(true)) {
            thread.execute(
                    () -> {
                        waits.set(false);
                        consumer.accept(newest.get());
                    });
        }
    }
}
