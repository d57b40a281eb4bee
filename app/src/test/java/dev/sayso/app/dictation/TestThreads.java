package dev.sayso.app.dictation;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Makes the test's own thread the one that owns the window: work for it is done while the test
/// waits for something.
final class TestThreads {

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    Threads threads() {
        return new Threads(work::add, task -> Thread.ofVirtual().start(task));
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 60 s for: " + what);
            }
            Runnable next = work.poll(10, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    /// Works for a while.
    void pass(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        await("time", () -> System.nanoTime() > end);
    }
}
