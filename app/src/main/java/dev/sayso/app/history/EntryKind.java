package dev.sayso.app.history;

/// What an entry came from.
public enum EntryKind {
    /// Spoken into the microphone; its sound lies in the recordings folder, if it was kept.
    DICTATION,
    /// One of the user's own files, which is never deleted.
    FILE
}
