package dev.sayso.engine;

/// A model that could be opened turned out not to work: its weights make no numbers.
///
/// Unchecked, since nothing can be done about it but to get the model anew. Looking at every weight
/// when a model is opened would read all of it.
public final class DamagedModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message names the model's folder
    DamagedModelException(String message, ArithmeticException cause) {
        super(message, cause);
    }
}
