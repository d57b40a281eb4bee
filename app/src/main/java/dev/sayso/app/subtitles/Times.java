package dev.sayso.app.subtitles;

import java.time.Duration;

/// Times as files want them.
final class Times {

    private Times() {}

    /// To the nearest millisecond, so that a carry reaches the seconds.
    static long millis(Duration time) {
        return time.plusNanos(500_000).toMillis();
    }

    /// Seconds with at most three decimals.
    static double seconds(Duration time) {
        return millis(time) / 1000.0;
    }
}
