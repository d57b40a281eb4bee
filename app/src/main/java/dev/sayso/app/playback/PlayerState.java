package dev.sayso.app.playback;

/// What a player does.
public sealed interface PlayerState {

    /// Waits for a command.
    record Paused() implements PlayerState {}

    /// Is heard, or just about to be.
    record Playing() implements PlayerState {}

    /// Could not be heard, or not any more. It is tried again with the next [Player#play].
    ///
    /// @param reason as the device gave it, for someone who helps
    /// @param lost whether it had been heard before
    record Failed(String reason, boolean lost) implements PlayerState {}
}
