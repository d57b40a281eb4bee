package dev.sayso.app.files;

/// Where a file of the queue stands.
public enum FileState {
    /// Its turn has not come.
    WAITING,
    /// Its first sound is being decoded.
    READING,
    /// Waits for the recognition, which may have to open a model.
    PREPARING,
    /// Text comes.
    TRANSCRIBING,
    /// A dictation goes first.
    YIELDING,
    /// All text is there.
    DONE,
    /// Something is wrong, see [FileRow#problem].
    FAILED,
    /// The user did not want it any more; what was committed is kept.
    CANCELLED;

    /// Whether it is being worked on.
    public boolean isWorking() {
        return this == READING || this == PREPARING || this == TRANSCRIBING || this == YIELDING;
    }

    /// Whether nothing will happen by itself any more.
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
