package dev.sayso.app.cli;

import dev.sayso.app.subtitles.TranscriptFormat;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import dev.sayso.engine.PastText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/// What a word of the command line means, or a sentence that says what was expected.
final class Values {

    private static final double DAY = 86_400;

    private Values() {}

    /// A whole number within bounds, both included.
    static int whole(String word, int least, int most) {
        try {
            int number = Integer.parseInt(word.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unexpected("a whole number from " + least + " to " + most, word, e);
        }
        throw unexpected("a whole number from " + least + " to " + most, word, null);
    }

    /// Seconds from 0 to a day, fractions allowed.
    static Duration seconds(String word) {
        return seconds(word, 0, DAY);
    }

    /// Seconds within bounds, both included, fractions allowed.
    static Duration seconds(String word, double least, double most) {
        String expected = "a number of seconds from " + plain(least) + " to " + plain(most);
        try {
            double seconds = Double.parseDouble(word.strip());
            // false for NaN, too
            if (seconds >= least && seconds <= most) {
                return Duration.ofNanos(Math.round(seconds * 1e9));
            }
        } catch (NumberFormatException e) {
            throw unexpected(expected, word, e);
        }
        throw unexpected(expected, word, null);
    }

    /// Without a fraction that is none.
    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    static Path path(String word) {
        try {
            if (!word.isEmpty()) {
                return Path.of(word);
            }
        } catch (InvalidPathException e) {
            throw unexpected("a name that this system and locale can have", word, e);
        }
        throw unexpected("the name of a file or folder", word, null);
    }

    /// A language; nothing for `auto`.
    static Optional<Language> language(String word) {
        if (word.equalsIgnoreCase("auto")) {
            return Optional.empty();
        }
        Optional<Language> found = Language.find(word);
        if (found.isEmpty()) {
            throw unexpected("auto or one of " + languages(), word, null);
        }
        return found;
    }

    /// All languages with their codes, for messages and the help.
    static String languages() {
        return Arrays.stream(Language.values())
                .map(language -> language.code() + " (" + language.modelName() + ")")
                .collect(Collectors.joining(", "));
    }

    static PastText pastText(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes" -> PastText.YES;
            case "no" -> PastText.NO;
            case "auto" -> PastText.AUTO;
            default -> throw unexpected("yes, no or auto", word, null);
        };
    }

    static Precision precision(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> Precision.AUTO;
            case "bf16" -> Precision.BF16;
            case "int8" -> Precision.INT8;
            default -> throw unexpected("auto, bf16 or int8", word, null);
        };
    }

    static TranscriptFormat format(String word) {
        return TranscriptFormat.find(word)
                .orElseThrow(() -> unexpected("txt, json, srt or vtt", word, null));
    }

    private static TypeConversionException unexpected(
            String expected, String found, @Nullable Throwable cause) {
        TypeConversionException failure =
                new TypeConversionException("expected " + expected + ", found '" + found + "'");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
