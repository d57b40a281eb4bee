package dev.sayso.app.editor;

/// Whether what was edited has been kept.
public sealed interface SaveState {

    /// It has.
    record Saved() implements SaveState {}

    /// Not yet.
    record Changed() implements SaveState {}

    /// It is being kept.
    record Saving() implements SaveState {}

    /// It could not be; it is here still.
    ///
    /// @param reason for someone who helps
    record Failed(String reason) implements SaveState {}
}
