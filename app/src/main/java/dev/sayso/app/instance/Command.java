package dev.sayso.app.instance;

import java.util.Locale;
import java.util.Optional;

/// What the running window can be asked to do.
public enum Command {
    /// Start a dictation, or stop the one that runs.
    TOGGLE,
    /// Start a dictation, unless one runs.
    START,
    /// Stop the dictation and keep its text.
    STOP,
    /// End the dictation without a text.
    CANCEL,
    /// Come to the front.
    SHOW,
    /// Take files into the queue, and come to the front.
    OPEN,
    /// End the program; what was begun is kept.
    QUIT,
    /// Tell what goes on.
    STATUS;

    /// As it is written.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Command> of(String word) {
        for (Command command : values()) {
            if (command.word().equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
