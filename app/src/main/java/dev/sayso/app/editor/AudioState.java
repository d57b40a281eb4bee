package dev.sayso.app.editor;

import dev.sayso.app.playback.Peaks;

/// Whether there is sound to a transcript.
public sealed interface AudioState {

    /// None was kept.
    record None() implements AudioState {}

    /// It is being decoded.
    record Loading() implements AudioState {}

    /// It can be heard.
    ///
    /// @param peaks its picture
    /// @param samples how many it has
    record Ready(Peaks peaks, int samples) implements AudioState {}

    /// It could not be had.
    ///
    /// @param reason for someone who helps
    record Missing(String reason) implements AudioState {}
}
