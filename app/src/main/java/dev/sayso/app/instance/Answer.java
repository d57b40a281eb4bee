package dev.sayso.app.instance;

import org.jspecify.annotations.Nullable;

/// What the window says to a [Request].
public sealed interface Answer {

    /// It is done, or has begun.
    ///
    /// @param status as it is now; null when the window does not say
    record Done(@Nullable Status status) implements Answer {}

    /// It cannot be done.
    ///
    /// @param reason one sentence without a full stop
    record Refused(String reason) implements Answer {}
}
