package dev.sayso.app.dictation;

/// Something that was done and can be taken back.
///
/// @param kind for the words
/// @param undo takes it back
public record Offer(Kind kind, Runnable undo) {

    /// What was done.
    public enum Kind {
        /// A dictation was cancelled; its recording can be written down after all.
        CANCELLED,
        /// A finished text was thrown away.
        TEXT_DISCARDED,
        /// A recording was thrown away.
        RECORDING_DISCARDED
    }
}
