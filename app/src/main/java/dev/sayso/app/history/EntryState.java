package dev.sayso.app.history;

/// How far an entry has come.
public enum EntryState {
    /// Its text is still being written.
    OPEN,
    /// All of its text is there.
    COMPLETE,
    /// The program ended before the text did.
    BROKEN_OFF
}
