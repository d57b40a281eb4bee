package dev.sayso.app.dictation;

import dev.sayso.app.transcript.TranscriptDocument;
import java.time.Instant;

/// How far a dictation is.
public sealed interface DictationState {

    /// There is none.
    record Idle() implements DictationState {}

    /// The microphone is being opened; what is said now may be lost.
    record Arming() implements DictationState {}

    /// Everything that is said is taken down.
    ///
    /// @param since when the first sound came
    /// @param paused whether sound is let go
    record Listening(Instant since, boolean paused) implements DictationState {}

    /// The microphone is closed, and the rest of the text is being written; or all of it, from a
    /// recording that was left over.
    record Finishing() implements DictationState {}

    /// The text is there.
    record Done(TranscriptDocument document) implements DictationState {}

    /// There is no text.
    record Failed(DictationFailure failure) implements DictationState {}

    /// Whether sound is taken in, or soon will be.
    default boolean isRecording() {
        return this instanceof Arming || this instanceof Listening;
    }

    /// Whether there is something to cancel.
    default boolean isActive() {
        return isRecording() || this instanceof Finishing;
    }
}
