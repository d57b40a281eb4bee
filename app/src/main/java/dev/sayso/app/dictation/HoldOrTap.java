package dev.sayso.app.dictation;

import dev.sayso.app.settings.Settings.HotkeyMode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Makes starts and stops of a key that goes down and up. For one thread.
final class HoldOrTap {

    /// What is shorter is a tap.
    private static final Duration HELD = Duration.ofMillis(400);

    private final LongSupplier nanos;
    private final BooleanSupplier recording;
    private final Runnable start;
    private final Runnable stop;
    private boolean down;
    private boolean started;
    private long since;

    /// @param recording whether there is something to stop
    HoldOrTap(LongSupplier nanos, BooleanSupplier recording, Runnable start, Runnable stop) {
        this.nanos = nanos;
        this.recording = recording;
        this.start = start;
        this.stop = stop;
    }

    /// The key goes down; a key that repeats itself does so only once.
    void press(HotkeyMode mode) {
        if (down) {
            return;
        }
        down = true;
        since = nanos.getAsLong();
        started = !recording.getAsBoolean();
        if (started) {
            start.run();
        } else if (mode != HotkeyMode.PUSH_TO_TALK) {
            stop.run();
        }
    }

    /// The key goes up.
    void release(HotkeyMode mode) {
        if (!down) {
            return;
        }
        down = false;
        boolean held = nanos.getAsLong() - since >= HELD.toNanos();
        boolean ends =
                switch (mode) {
                    case TOGGLE -> false;
                    case PUSH_TO_TALK -> true;
                    case HOLD_OR_TAP -> held && started;
                };
        if (ends && recording.getAsBoolean()) {
            stop.run();
        }
    }
}
