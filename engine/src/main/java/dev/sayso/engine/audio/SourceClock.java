package dev.sayso.engine.audio;

import java.util.concurrent.TimeUnit;

/// What a paced source lives by.
public interface SourceClock {

    /// Nanoseconds since some fixed moment.
    long nanos();

    /// Waits.
    ///
    /// @throws InterruptedException when the calling thread is interrupted
    void sleep(long nanos) throws InterruptedException;

    /// The clock on the wall, so many times as fast.
    ///
    /// @param speed positive; 1 for real time
    static SourceClock wall(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed " + speed);
        }
        return new SourceClock() {
            @Override
            public long nanos() {
                return (long) (System.nanoTime() * speed);
            }

            @Override
            public void sleep(long nanos) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep((long) (nanos / speed) + 1);
            }
        };
    }
}
