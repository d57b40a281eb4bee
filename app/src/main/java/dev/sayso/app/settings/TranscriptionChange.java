package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings with one thing about transcription changed.
final class TranscriptionChange {

    private TranscriptionChange() {}

    static Settings language(Settings settings, @Nullable Language wanted) {
        return settings.with(settings.transcription().withLanguage(wanted));
    }

    static Settings context(Settings settings, String wanted) {
        return settings.with(settings.transcription().withContext(wanted));
    }

    static Settings replacements(Settings settings, List<Replacement> wanted) {
        return settings.with(settings.transcription().withReplacements(wanted));
    }

    static Settings threads(Settings settings, int wanted) {
        return settings.with(settings.transcription().withThreads(wanted));
    }

    static Settings precision(Settings settings, Precision wanted) {
        return settings.with(settings.transcription().withPrecision(wanted));
    }

    static Settings unloadAfter(Settings settings, Duration wanted) {
        return settings.with(settings.transcription().withUnloadAfter(wanted));
    }
}
