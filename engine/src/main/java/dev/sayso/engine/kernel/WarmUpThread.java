package dev.sayso.engine.kernel;

import java.util.List;
import java.util.function.Supplier;

/// Runs kernels in the background until they are compiled.
///
/// It never competes for long: a step that the real run has compiled meanwhile is over in
/// milliseconds.
public final class WarmUpThread implements AutoCloseable {

    /// A small call of a kernel.
    @FunctionalInterface
    public interface Step {
        /// Calls it.
        ///
        /// @throws InterruptedException when the calling thread is interrupted
        void run() throws InterruptedException;
    }

    /// How much faster than its first call a call of compiled code is: the interpreter is some
    /// hundred times slower, the code between the two some ten times.
    private static final int FASTER = 40;

    /// The code around the innermost loops is compiled later than they are.
    private static final int LEAST_CALLS = 40;

    /// A kernel that was compiled already gets no faster; it is called this often at most.
    private static final int MOST_CALLS = 400;

    /// A step that takes longer than this is left to the compiler's own thread.
    private static final long MOST_NANOS = 150_000_000;

    private final long begin = System.nanoTime();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile double progress;
    private volatile long end;

    private WarmUpThread(Supplier<List<Step>> steps) {
        thread = Workers.beside("sayso-warm-up", () -> runAll(steps));
    }

    /// Starts it.
    ///
    /// @param steps made on the new thread
    public static WarmUpThread start(Supplier<List<Step>> steps) {
        return new WarmUpThread(steps);
    }

    /// The part of the steps that is done, 0 to 1.
    public double progress() {
        return progress;
    }

    /// Nanoseconds from the start to the end, or to now.
    public long nanos() {
        return (thread.isAlive() ? System.nanoTime() : end) - begin;
    }

    /// Waits for the end.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    public void await() throws InterruptedException {
        thread.join();
    }

    /// Lets it end with the call it is in; does not wait for that.
    @Override
    public void close() {
        stopped = true;
    }

    private void runAll(Supplier<List<Step>> made) {
        try {
            List<Step> steps = made.get();
            for (int i = 0; i < steps.size() && !stopped; i++) {
                run(steps.get(i));
                progress = (i + (stopped ? 0.0 : 1.0)) / steps.size();
            }
            if (!stopped) {
                progress = 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end = System.nanoTime();
        }
    }

    private void run(Step step) throws InterruptedException {
        long begin = System.nanoTime();
        long first = 0;
        long start = begin;
        for (int call = 0; call < MOST_CALLS && !stopped; call++) {
            step.run();
            long end = System.nanoTime();
            if (call == 0) {
                first = end - start;
            } else if (end - begin > MOST_NANOS
                    || (call >= LEAST_CALLS && end - start < first / FASTER)) {
                return;
            }
            start = end;
        }
    }
}
