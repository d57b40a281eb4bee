package dev.sayso.app.cli;

/// The command line asks for something that makes no sense.
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
