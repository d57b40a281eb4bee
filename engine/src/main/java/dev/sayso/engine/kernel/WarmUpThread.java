package dev.sayso.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Runs kernels in the background until they are compiled.
///
/// First every step is called as often as it takes for the compiler to want it, so that the
/// compiler is never without work. Then each is called once in a while, the compiler being left the
/// time between: code that is not compiled yet takes a core from it, and soon has it compile the
/// code beneath the kernels instead. When no step has become faster for a while, all are compiled.
public final class WarmUpThread implements AutoCloseable {

    /// A small call of a kernel.
    @FunctionalInterface
    public interface Step {
        /// Calls it.
        ///
        /// @throws InterruptedException when the calling thread is interrupted
        void run() throws InterruptedException;
    }

    /// How often each step is called at first: the threshold of the kernels (`jvm.options`) is some
    /// sixty calls, and a step calls each several times.
    private static final int CALLS = 30;

    /// A step is called no more at first when its calls have taken this long.
    private static final long MOST_NANOS_AT_FIRST = 50_000_000;

    /// Between two rounds of calls.
    private static final long PAUSE_MILLIS = 4;

    /// All is compiled when nothing has become twice as fast for so long, by when most kernels are
    /// through the compiler, and for a twentieth of the time so far: a slow machine takes longer.
    private static final long QUIET_NANOS = 80_000_000;

    private static final int QUIET_PART = 20;

    /// What takes less than this is compiled, and becomes twice as fast by chance.
    private static final long NEGLIGIBLE_NANOS = 8_000;

    /// It ends after this at the latest.
    private static final long MOST_NANOS = 5_000_000_000L;

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

    /// How far it is, 0 to 1: a half when all steps were called often.
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
            List<Timed> steps = new ArrayList<>();
            for (Step step : made.get()) {
                steps.add(new Timed(step));
            }
            for (int i = 0; i < steps.size() && !stopped; i++) {
                callOften(steps.get(i));
                progress = (i + 1) / (2.0 * steps.size());
            }
            waitUntilCompiled(steps);
            if (!stopped) {
                progress = 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end = System.nanoTime();
        }
    }

    private void callOften(Timed step) throws InterruptedException {
        long start = System.nanoTime();
        for (int call = 0; call < CALLS && !stopped; call++) {
            step.call();
            if (System.nanoTime() - start > MOST_NANOS_AT_FIRST) {
                return;
            }
        }
    }

    private void waitUntilCompiled(List<Timed> steps) throws InterruptedException {
        long last = System.nanoTime();
        long quiet = QUIET_NANOS;
        for (long now = last;
                !stopped && now - last < quiet && now - begin < MOST_NANOS;
                now = System.nanoTime()) {
            Thread.sleep(PAUSE_MILLIS);
            for (int i = 0; i < steps.size() && !stopped; i++) {
                if (steps.get(i).call()) {
                    last = System.nanoTime();
                }
            }
            quiet = Math.max(QUIET_NANOS, (now - begin) / QUIET_PART);
            progress = Math.max(progress, 0.5 + (now - last) / (2.0 * quiet));
        }
    }

    /// A step and the time it took when it was last noticed to be faster.
    private static final class Timed {

        private final Step step;
        private long nanos = Long.MAX_VALUE;

        Timed(Step step) {
            this.step = step;
        }

        /// @return whether it is twice as fast as it was, and that matters
        boolean call() throws InterruptedException {
            long start = System.nanoTime();
            step.run();
            long taken = System.nanoTime() - start;
            if (taken > nanos / 2) {
                return false;
            }
            boolean matters = nanos > NEGLIGIBLE_NANOS;
            nanos = taken;
            return matters;
        }
    }
}
