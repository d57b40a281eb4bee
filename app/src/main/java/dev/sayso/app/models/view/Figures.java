package dev.sayso.app.models.view;

import dev.sayso.app.models.download.DownloadProgress;
import dev.sayso.app.ui.Messages;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sizes, speeds and times, in the user's language.
final class Figures {

    private final Messages words;
    private final NumberFormat whole;
    private final NumberFormat tenths;

    Figures(Messages words) {
        this.words = words;
        this.whole = NumberFormat.getIntegerInstance(words.locale());
        this.tenths = NumberFormat.getNumberInstance(words.locale());
        tenths.setMaximumFractionDigits(1);
        tenths.setMinimumFractionDigits(1);
    }

    /// As `1.9 GB`, `432 MB`, `12 kB`.
    String size(long bytes) {
        if (bytes >= 999_500_000) {
            return words.format("unit.gigabytes", tenths.format(bytes / 1e9));
        }
        if (bytes >= 999_500) {
            return words.format("unit.megabytes", whole.format(bytes / 1e6));
        }
        return words.format("unit.kilobytes", whole.format(bytes / 1e3));
    }

    /// As `12 MB/s`.
    private String speed(double bytes) {
        return words.format("progress.speed", size(Math.round(bytes)));
    }

    private String left(Duration time) {
        long minutes = Math.round(time.toSeconds() / 60.0);
        if (minutes < 1) {
            return words.text("progress.soon");
        }
        if (minutes < 60) {
            return words.format("progress.minutes", whole.format(minutes));
        }
        return words.format(
                "progress.hours", whole.format(minutes / 60), whole.format(minutes % 60));
    }

    /// As `432 MB of 1.9 GB · 12 MB/s · 2 min left`.
    String progress(DownloadProgress progress) {
        List<String> parts = new ArrayList<>();
        switch (progress.phase()) {
            case LISTING -> parts.add(words.text("progress.listing"));
            case CHECKING -> {
                parts.add(words.text("progress.checking"));
                parts.add(of(progress.done(), progress.total()));
            }
            case FETCHING -> {
                parts.add(of(progress.done(), progress.total()));
                if (progress.speed() >= 1) {
                    parts.add(speed(progress.speed()));
                }
                Duration left = progress.left();
                if (left != null) {
                    parts.add(left(left));
                }
            }
            case WAITING -> {
                parts.add(
                        words.text(
                                "waiting."
                                        + (progress.trouble() == null
                                                ? "DROPPED"
                                                : progress.trouble().name())));
                if (progress.total() > 0) {
                    parts.add(of(progress.done(), progress.total()));
                }
            }
            case FINISHING -> parts.add(words.text("progress.finishing"));
        }
        return String.join(" · ", parts);
    }

    /// As `432 MB of 1.9 GB`.
    String of(long done, long total) {
        return words.format("progress.of", size(done), size(total));
    }

    /// As `30 languages`, or the only one.
    String languages(List<String> codes) {
        return codes.size() == 1
                ? words.format("languages.one", language(codes.getFirst()))
                : words.format("languages.many", whole.format(codes.size()));
    }

    /// Their names, by the alphabet.
    String names(List<String> codes) {
        return String.join(", ", codes.stream().map(this::language).sorted().toList());
    }

    private String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(words.locale());
    }
}
