package dev.sayso.engine;

/// Whether the text of earlier stretches is given to the model when it writes the next one.
public enum PastText {
    YES,
    NO,
    /// What suits the mode: yes for streaming, no otherwise.
    AUTO
}
