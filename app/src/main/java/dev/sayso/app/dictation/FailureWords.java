package dev.sayso.app.dictation;

import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import java.util.Locale;

/// Says what went wrong in the user's language.
final class FailureWords {

    private final Messages words;

    FailureWords(Messages words) {
        this.words = words;
    }

    Problem of(DictationFailure failure) {
        String key = "failure." + failure.kind().name().toLowerCase(Locale.ROOT);
        String happened = words.text(key);
        String headline =
                failure.recording() == null ? happened : words.format("failure.kept", happened);
        return new Problem(
                headline,
                words.text(key + ".advice"),
                failure.details().isEmpty() ? null : failure.details());
    }
}
