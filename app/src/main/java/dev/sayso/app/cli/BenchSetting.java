package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import java.time.Duration;
import java.util.Locale;

/// What is the same in all runs of a row.
///
/// @param model its name
/// @param recording the file's name
/// @param stretch length of the stretches; zero: in one piece
/// @param engine how the engine ran
record BenchSetting(String model, String recording, Duration stretch, EngineOptions engine) {

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

    /// Threads that computed.
    int threads() {
        return engine.threads();
    }

    /// How the decoder's weights were held.
    String precision() {
        return engine.precision().name().toLowerCase(Locale.ROOT);
    }
}
