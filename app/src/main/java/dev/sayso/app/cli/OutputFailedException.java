package dev.sayso.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// Standard output cannot be written; unchecked, because it must pass through the engine, which
/// calls the printer.
final class OutputFailedException extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    private final String reason;

    OutputFailedException(IOException cause) {
        super(cause);
        reason = String.valueOf(cause.getMessage());
    }

    /// The system's message.
    String reason() {
        return reason;
    }

    /// Whether the reader has gone, which is its right (`| head`). Java has no other sign of it
    /// than the system's message.
    boolean closedPipe() {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("broken pipe") || lower.contains("pipe is being closed");
    }
}
