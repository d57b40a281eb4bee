package dev.sayso.app.ui;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Watches the FX thread: again and again it is asked to answer, and one that waits for something
/// else for 50 ms is caught in the act, with its stack.
///
/// Waiting is what is looked for (for a lock, a file, another thread): how long the thread computes
/// depends on who else uses the machine, and is only reported.
public final class UiWatchdog implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMillis(50);

    private final Thread fx;
    private final Thread dog = new Thread(this::watch, "watchdog");
    private final List<String> waits = new ArrayList<>();
    private volatile boolean closed;
    private volatile long longestNanos;

    private UiWatchdog(Thread fx) {
        this.fx = fx;
    }

    /// Watches from now on.
    ///
    /// @param fx the FX thread
    public static UiWatchdog of(Thread fx) {
        UiWatchdog watchdog = new UiWatchdog(fx);
        watchdog.dog.setDaemon(true);
        watchdog.dog.start();
        return watchdog;
    }

    private void watch() {
        try {
            while (!closed) {
                AtomicBoolean answered = new AtomicBoolean();
                long asked = System.nanoTime();
                FxThread.inOrder(() -> answered.set(true));
                int waiting = 0;
                while (!answered.get() && !closed) {
                    Thread.sleep(2);
                    waiting = waitsForSomething(answered) ? waiting + 1 : 0;
                    if (waiting * 2L >= LONGEST.toMillis()) {
                        caught();
                        waiting = 0;
                    }
                }
                longestNanos = Math.max(longestNanos, System.nanoTime() - asked);
                Thread.sleep(3);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean waitsForSomething(AtomicBoolean answered) {
        State state = fx.getState();
        return !answered.get()
                && (state == State.BLOCKED
                        || state == State.WAITING
                        || state == State.TIMED_WAITING);
    }

    private synchronized void caught() {
        String stack =
                String.join(
                        "\n  ", Arrays.stream(fx.getStackTrace()).map(Object::toString).toList());
        // the toolkit's own thread is drawing: that is computing, if elsewhere
        if (!stack.contains("PaintCollector.waitForRenderingToComplete")) {
            waits.add(stack);
        }
    }

    /// The stacks of the waits that were caught.
    public synchronized List<String> waits() {
        return List.copyOf(waits);
    }

    /// The longest time an answer took, computing and a busy machine included.
    public Duration longestAnswer() {
        return Duration.ofNanos(longestNanos);
    }

    @Override
    public void close() {
        closed = true;
    }
}
