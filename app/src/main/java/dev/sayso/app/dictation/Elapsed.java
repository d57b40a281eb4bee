package dev.sayso.app.dictation;

import java.time.Duration;

/// How long something takes, as a clock shows it.
final class Elapsed {

    private Elapsed() {}

    static String text(Duration time) {
        long seconds = time.toSeconds();
        String minutes = "%d:%02d".formatted(seconds / 60 % 60, seconds % 60);
        return seconds < 3600
                ? minutes
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
