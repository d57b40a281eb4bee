package dev.sayso.app.history;

import dev.sayso.app.ui.Messages;
import dev.sayso.engine.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments, lengths and languages, as this user reads them.
///
/// @param words of this package
/// @param clock what today is, and where
record HistoryWords(Messages words, Clock clock) {

    String text(String key) {
        return words.text(key);
    }

    String format(String key, Object... values) {
        return words.format(key, values);
    }

    /// `Today, 14:03`, or a date.
    String moment(Instant moment) {
        ZonedDateTime there = moment.atZone(clock.getZone());
        LocalDate today = LocalDate.now(clock);
        String time = of(FormatStyle.SHORT).format(there);
        if (there.toLocalDate().equals(today)) {
            return format("time.today", time);
        }
        if (there.toLocalDate().equals(today.minusDays(1))) {
            return format("time.yesterday", time);
        }
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(there);
    }

    private DateTimeFormatter of(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedTime(style).withLocale(words.locale());
    }

    /// `0:42`, `1:03:07`.
    static String length(Duration length) {
        long seconds = length.plusMillis(500).toSeconds();
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /// A language's name in the user's language.
    String language(@Nullable Language language) {
        return language == null
                ? text("row.auto")
                : Locale.forLanguageTag(language.code()).getDisplayLanguage(words.locale());
    }

    /// Length, model and language in one line.
    String about(HistoryRow row) {
        return about(row.length(), row.model(), row.language());
    }

    String about(Duration length, String model, @Nullable Language language) {
        // a sound without a word was written down by nobody
        String by = model.isEmpty() ? "" : " · " + model;
        return length(length) + by + " · " + language(language);
    }

    /// What a row says to someone who does not see it.
    String spoken(HistoryRow row) {
        return String.join(
                ", ",
                kind(row.kind()),
                moment(row.created()),
                row.kind() == EntryKind.FILE ? row.title() : "",
                row.preview().isEmpty() ? text("row.noText") : row.preview(),
                about(row),
                state(row.state()));
    }

    private String kind(EntryKind kind) {
        return switch (kind) {
            case DICTATION -> text("row.dictation");
            case FILE -> text("row.file");
        };
    }

    /// Empty for what is complete.
    String state(EntryState state) {
        return switch (state) {
            case OPEN -> text("row.open");
            case COMPLETE -> "";
            case BROKEN_OFF -> text("row.brokenOff");
        };
    }
}
