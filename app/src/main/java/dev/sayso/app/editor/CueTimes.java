package dev.sayso.app.editor;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as they are read and typed: `hh:mm:ss.mmm`.
final class CueTimes {

    private static final Pattern TIME =
            Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,5})(?:[.,](\\d{1,3}))?");

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})(?:[.,](\\d{1,3}))?");

    private CueTimes() {}

    /// To the nearest millisecond.
    static String text(Duration time) {
        long millis = time.plusNanos(500_000).toMillis();
        return "%s.%03d".formatted(clock(millis / 1000), millis % 1000);
    }

    /// Without the parts of a second.
    static String shortText(Duration time) {
        return clock(time.toSeconds());
    }

    private static String clock(long seconds) {
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// What was typed: hours and minutes may be left out, so may the parts of a second.
    static Optional<Duration> parse(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofHours(number(matcher.group(1)))
                        .plusMinutes(number(matcher.group(2)))
                        .plusSeconds(number(matcher.group(3)))
                        .plusMillis(millis(matcher.group(4))));
    }

    /// A number of seconds that was typed.
    static Optional<Duration> parseSeconds(String text) {
        Matcher matcher = SECONDS.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Duration.ofSeconds(number(matcher.group(1))).plusMillis(millis(matcher.group(2))));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long millis(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "00").substring(0, 3));
    }
}
