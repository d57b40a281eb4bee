package dev.sayso.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM: interrupts the main thread and gives it a moment to print what there is.
///
/// The virtual machine then ends with its own code, 130 or 143, whatever the main thread returns.
final class StopSignal {

    /// Stopping is to take less than a second even when something hangs, and the virtual machine
    /// needs a third of one to end while threads compute.
    private static final long PATIENCE_MILLIS = 600;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread main;

    private StopSignal(Thread main) {
        this.main = main;
    }

    /// Begins to listen on behalf of a thread.
    static StopSignal listenFor(Thread main) {
        StopSignal signal = new StopSignal(main);
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
        return signal;
    }

    /// The main thread has nothing to lose any more.
    void finished() {
        finished.countDown();
    }

    private void stop() {
        if (finished.getCount() > 0) {
            main.interrupt();
            try {
                // whether it came to an end or not, the process does now
                var _ = finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
