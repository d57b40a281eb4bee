package dev.sayso.app.recognition;

/// Whether a model is in memory.
public sealed interface ModelState {

    /// None is.
    record Unloaded() implements ModelState {}

    /// One is being opened.
    record Loading(String model) implements ModelState {}

    /// One is open.
    ///
    /// @param model its name
    /// @param note what its user should know, sentences; empty for nothing
    record Loaded(String model, String note) implements ModelState {}

    /// One could not be opened.
    ///
    /// @param reason names the file, what was expected and what was found
    record Failed(String model, String reason) implements ModelState {}
}
