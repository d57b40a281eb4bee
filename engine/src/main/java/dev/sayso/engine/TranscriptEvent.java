package dev.sayso.engine;

import java.time.Duration;

/// What a run tells while it runs.
///
/// Four laws: committed text is never retracted; the committed segments are the transcript's;
/// events come in order on the thread that called; none comes after the call has returned.
public sealed interface TranscriptEvent {

    /// The text after the last committed one as it stands now; replaces the previous tentative
    /// text.
    record Tentative(String text) implements TranscriptEvent {}

    /// A segment that never changes again; ends the tentative text.
    record Committed(Transcript.Segment segment) implements TranscriptEvent {}

    /// The language the model heard.
    record LanguageDetected(Language language) implements TranscriptEvent {}

    /// How far the run is.
    ///
    /// @param done sound that is finished
    /// @param total all the sound there is (zero when not known)
    record Progress(Duration done, Duration total) implements TranscriptEvent {}
}
