package dev.sayso.app.dictation;

import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.replacements.Replacements;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run has written.
///
/// @param cues with replacements made
/// @param model that wrote it
/// @param language it heard
/// @param length of the sound
record Heard(List<Cue> cues, String model, @Nullable Language language, Duration length) {

    /// What is made of it.
    ///
    /// @param audio where its sound is; null when that was not kept
    TranscriptDocument document(Instant created, @Nullable Path audio) {
        return new TranscriptDocument(
                Titles.of(cues), audio, model, language, created, length, cues);
    }

    /// How a run is to go.
    ///
    /// @param model which one, and how it is opened
    /// @param hints for it
    /// @param replacements made in what it writes
    record Wish(ModelWish model, Hints hints, Replacements replacements) {

        static Wish of(Settings.Transcription settings, DictationPorts.Models models) {
            return new Wish(
                    models.wish().apply(settings),
                    Hints.none().withLanguage(settings.language()).withContext(settings.context()),
                    new Replacements(settings.replacements()));
        }
    }
}
