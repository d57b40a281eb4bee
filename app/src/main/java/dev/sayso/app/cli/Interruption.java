package dev.sayso.app.cli;

import java.io.IOException;

/// Interrupting a thread that reads or writes a file closes the file, which looks like a failure.
final class Interruption {

    private Interruption() {}

    /// Takes the interrupt, if there is one.
    static void throwIfCauseOf(IOException failure) throws InterruptedException {
        if (Thread.interrupted()) {
            InterruptedException interrupted = new InterruptedException(failure.getMessage());
            interrupted.initCause(failure);
            throw interrupted;
        }
    }
}
