package dev.sayso.app.files;

import java.time.Duration;

/// The time a file's work has taken, without the waits between. For one thread at a time, one after
/// the other.
final class WorkClock {

    private long finished;
    private long since;
    private boolean runs;

    void start() {
        since = System.nanoTime();
        runs = true;
    }

    void stop() {
        if (runs) {
            finished += System.nanoTime() - since;
            runs = false;
        }
    }

    Duration time() {
        return Duration.ofNanos(finished + (runs ? System.nanoTime() - since : 0));
    }
}
