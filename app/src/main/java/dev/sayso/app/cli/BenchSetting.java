package dev.sayso.app.cli;

import java.time.Duration;
import java.util.Locale;

/// What is the same in all runs of a row.
///
/// @param model its name
/// @param recording the file's name
/// @param stretch length of the stretches; zero: in one piece
/// @param threads that computed
record BenchSetting(String model, String recording, Duration stretch, int threads) {

    /// `offline`, or the option that cuts.
    String mode() {
        if (stretch.isZero()) {
            return "offline";
        }
        double seconds = stretch.toNanos() / 1e9;
        return seconds == Math.rint(seconds)
                ? String.format(Locale.ROOT, "-S %.0f", seconds)
                : "-S " + seconds;
    }
}
