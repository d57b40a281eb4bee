package dev.sayso.app.files;

import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import dev.sayso.engine.Language;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is said of a file, in the user's language.
final class FileWords {

    private final Messages words;

    FileWords(Messages words) {
        this.words = words;
    }

    Locale locale() {
        return words.locale();
    }

    String text(String key) {
        return words.text(key);
    }

    String format(String key, Object... values) {
        return words.format(key, values);
    }

    String state(FileState state) {
        return words.text(
                "state."
                        + switch (state) {
                            case WAITING -> "waiting";
                            case READING -> "reading";
                            case PREPARING -> "preparing";
                            case TRANSCRIBING -> "transcribing";
                            case YIELDING -> "yielding";
                            case DONE -> "done";
                            case FAILED -> "failed";
                            case CANCELLED -> "cancelled";
                        });
    }

    /// The state, and in a failed row what is wrong.
    String state(FileRow row) {
        FileProblem problem = row.problem().get();
        return problem == null
                ? state(row.state().get())
                : words.text("problem." + key(problem.kind()) + ".short");
    }

    /// How fast it goes and how long it takes; empty while nobody knows.
    String pace(FileRow row) {
        if (row.state().get() != FileState.TRANSCRIBING || row.timesRealTime().get() <= 0) {
            return "";
        }
        Duration left = row.timeLeft();
        double speed = row.timesRealTime().get();
        return left == null
                ? words.format("pace.speed", speed)
                : words.format("pace.left", clock(left), speed);
    }

    Problem problem(FileProblem problem) {
        String key = "problem." + key(problem.kind());
        return new Problem(
                words.text(key + ".headline"), words.text(key + ".advice"), problem.details());
    }

    private static String key(FileProblem.Kind kind) {
        return switch (kind) {
            case MISSING -> "missing";
            case NO_PERMISSION -> "permission";
            case EMPTY -> "empty";
            case NOT_MEDIA -> "notmedia";
            case NO_SOUND -> "nosound";
            case DAMAGED -> "damaged";
            case NO_DECODER -> "decoder";
            case NO_MODEL -> "model";
            case CONTEXT -> "context";
            case MEMORY -> "memory";
            case NOT_WRITTEN -> "notwritten";
            case FAULT -> "fault";
        };
    }

    /// `3:07`, `1:02:03`; empty for null.
    static String clock(@Nullable Duration time) {
        if (time == null) {
            return "";
        }
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }

    /// A language's name in the user's language.
    String language(Language language) {
        String name = Locale.forLanguageTag(language.code()).getDisplayLanguage(words.locale());
        return name.isEmpty() || name.equals(language.code()) ? language.modelName() : name;
    }
}
