package dev.sayso.app.transcript;

import dev.sayso.engine.Joint;
import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transcript that can be shown, edited, kept and exported.
///
/// @param title a file's name, or what a dictation is called
/// @param audio the sound it came from, any media file; null when it was not kept
/// @param model the name of the model that wrote it
/// @param language of the first cue that has one; null when the model did not say
/// @param created when it was written
/// @param length of the sound
/// @param cues in order of time
public record TranscriptDocument(
        String title,
        @Nullable Path audio,
        String model,
        @Nullable Language language,
        Instant created,
        Duration length,
        List<Cue> cues) {

    /// Copies the list.
    public TranscriptDocument {
        cues = List.copyOf(cues);
    }

    /// What an engine's run has written; one cue for each segment.
    public static TranscriptDocument of(
            String title,
            @Nullable Path audio,
            String model,
            Instant created,
            Transcript transcript) {
        return new TranscriptDocument(
                title,
                audio,
                model,
                transcript.language().orElse(null),
                created,
                transcript.timings().audio(),
                Cue.of(transcript));
    }

    public TranscriptDocument withCues(List<Cue> wanted) {
        return new TranscriptDocument(title, audio, model, language, created, length, wanted);
    }

    /// All text: the cues joined, with a space where the script wants one.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Cue cue : cues) {
            text.append(Joint.between(text, cue.text())).append(cue.text());
        }
        return text.toString();
    }
}
