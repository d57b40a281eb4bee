package dev.sayso.app.dictation;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Hands values on to another thread, and leaves out those that a newer one has overtaken.
final class Latest<T> implements Consumer<T> {

    private final AtomicReference<T> waiting = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<? super T> consumer;

    Latest(Executor thread, Consumer<? super T> consumer) {
        this.thread = thread;
        this.consumer = consumer;
    }

    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            thread.execute(this::handOn);
        }
    }

    private void handOn() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            consumer.accept(value);
        }
    }
}
