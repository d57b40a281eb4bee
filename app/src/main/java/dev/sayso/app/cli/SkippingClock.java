package dev.sayso.app.cli;

import dev.sayso.engine.audio.SourceClock;
import java.util.function.LongSupplier;

/// A clock on which work takes as long as it does, and waiting takes no time at all: a recording
/// that is paced by it meets the recognition as live sound would, only sooner.
final class SkippingClock implements SourceClock {

    private final LongSupplier real;
    private long skipped;

    /// @param real nanoseconds that pass
    SkippingClock(LongSupplier real) {
        this.real = real;
    }

    @Override
    public long nanos() {
        return real.getAsLong() + skipped;
    }

    @Override
    public void sleep(long nanos) {
        skipped += nanos;
    }
}
