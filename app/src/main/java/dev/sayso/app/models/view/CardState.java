package dev.sayso.app.models.view;

import dev.sayso.app.models.download.DownloadProgress;

/// What a card shows.
public sealed interface CardState {

    /// The model is not here.
    record Absent() implements CardState {}

    /// It is coming.
    record Downloading(DownloadProgress progress) implements CardState {}

    /// Some of it is here.
    ///
    /// @param done bytes that have arrived
    /// @param total all of them
    record Paused(long done, long total) implements CardState {}

    /// It could not be had; what had arrived is kept.
    record Failed(ModelTrouble trouble, long done, long total) implements CardState {}

    /// It is here and complete.
    ///
    /// @param transcribes false: it is for the times of words
    record Ready(boolean transcribes) implements CardState {}

    /// Something of it is missing or not what it was.
    record Damaged(String details) implements CardState {}

    /// Files are being moved or deleted.
    record Busy() implements CardState {}
}
