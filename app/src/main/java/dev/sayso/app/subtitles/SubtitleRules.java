package dev.sayso.app.subtitles;

import java.time.Duration;

/// What a subtitle may look like.
///
/// @param columns characters in a line, at most
/// @param cjkColumns characters in a line of Chinese, Japanese or Korean, at most
/// @param lines lines of a cue, at most
/// @param shortest how long a cue stands at least, where the next one leaves room
/// @param longest how long a cue stands at most
/// @param charactersPerSecond how fast it may have to be read
/// @param gap between two cues
public record SubtitleRules(
        int columns,
        int cjkColumns,
        int lines,
        Duration shortest,
        Duration longest,
        double charactersPerSecond,
        Duration gap) {

    /// @throws IllegalArgumentException for what no subtitle can keep
    public SubtitleRules {
        if (columns < 8 || cjkColumns < 4 || lines < 1 || charactersPerSecond < 1) {
            throw new IllegalArgumentException(
                    "%d and %d columns, %d lines, %.1f characters a second"
                            .formatted(columns, cjkColumns, lines, charactersPerSecond));
        }
        if (shortest.isNegative()
                || longest.compareTo(shortest) <= 0
                || longest.toMillis() < 100
                || gap.isNegative()) {
            throw new IllegalArgumentException(
                    "cues of " + shortest + " to " + longest + ", gaps of " + gap);
        }
    }

    /// Two lines of 42 (16) characters, 1 to 7 s, 17 characters a second, gaps of two frames.
    public static SubtitleRules defaults() {
        return new SubtitleRules(
                42, 16, 2, Duration.ofSeconds(1), Duration.ofSeconds(7), 17, Duration.ofMillis(83));
    }
}
