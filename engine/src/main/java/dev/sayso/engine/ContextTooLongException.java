package dev.sayso.engine;

/// The context given as a hint leaves the model no room for sound.
public final class ContextTooLongException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// @param tokens of the context
    /// @param most that are allowed
    ContextTooLongException(int tokens, int most) {
        super("a context of " + tokens + " tokens; at most " + most + " are allowed");
    }
}
