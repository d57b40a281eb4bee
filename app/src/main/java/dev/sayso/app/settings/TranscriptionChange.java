package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Settings.Transcription;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings with one thing about transcription changed.
final class TranscriptionChange {

    private TranscriptionChange() {}

    static Settings language(Settings settings, @Nullable Language wanted) {
        Transcription old = settings.transcription();
        return settings.with(
                new Transcription(
                        old.model(),
                        wanted,
                        old.context(),
                        old.replacements(),
                        old.threads(),
                        old.precision(),
                        old.unloadAfter()));
    }

    static Settings context(Settings settings, String wanted) {
        Transcription old = settings.transcription();
        return settings.with(
                new Transcription(
                        old.model(),
                        old.language(),
                        wanted,
                        old.replacements(),
                        old.threads(),
                        old.precision(),
                        old.unloadAfter()));
    }

    static Settings replacements(Settings settings, List<Replacement> wanted) {
        Transcription old = settings.transcription();
        return settings.with(
                new Transcription(
                        old.model(),
                        old.language(),
                        old.context(),
                        wanted,
                        old.threads(),
                        old.precision(),
                        old.unloadAfter()));
    }

    static Settings threads(Settings settings, int wanted) {
        Transcription old = settings.transcription();
        return settings.with(
                new Transcription(
                        old.model(),
                        old.language(),
                        old.context(),
                        old.replacements(),
                        wanted,
                        old.precision(),
                        old.unloadAfter()));
    }

    static Settings precision(Settings settings, Precision wanted) {
        Transcription old = settings.transcription();
        return settings.with(
                new Transcription(
                        old.model(),
                        old.language(),
                        old.context(),
                        old.replacements(),
                        old.threads(),
                        wanted,
                        old.unloadAfter()));
    }

    static Settings unloadAfter(Settings settings, Duration wanted) {
        Transcription old = settings.transcription();
        return settings.with(
                new Transcription(
                        old.model(),
                        old.language(),
                        old.context(),
                        old.replacements(),
                        old.threads(),
                        old.precision(),
                        wanted));
    }
}
