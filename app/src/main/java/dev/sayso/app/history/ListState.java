package dev.sayso.app.history;

/// What a list has to show.
public enum ListState {
    /// Not known yet.
    LOADING,
    /// Nothing was ever kept, or all of it is deleted.
    EMPTY,
    /// There are entries, but none that was asked for.
    NO_MATCH,
    /// Entries.
    ROWS
}
