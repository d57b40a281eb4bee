package dev.sayso.app.cli;

import dev.sayso.app.cli.TranscribeRequest.Verbosity;
import java.io.PrintStream;

/// What is said on standard error, a line each, never over the progress bar.
final class Diagnostics {

    private final PrintStream err;
    private final ProgressBar bar;
    private final Verbosity verbosity;

    Diagnostics(PrintStream err, ProgressBar bar, Verbosity verbosity) {
        this.err = err;
        this.bar = bar;
        this.verbosity = verbosity;
    }

    /// What could not be done; always said.
    ///
    /// @param cause its stack trace is shown when debugging
    void failure(String line, Throwable cause) {
        say("sayso: " + line);
        if (verbosity.debug()) {
            cause.printStackTrace(err);
        }
    }

    /// What was done, though not as one might expect; always said.
    void warning(String line) {
        say("sayso: warning: " + Names.printable(line));
    }

    /// What goes on.
    void status(String line) {
        if (verbosity.status()) {
            say(Names.printable(line));
        }
    }

    /// For those who asked.
    void debug(String line) {
        if (verbosity.debug()) {
            say(Names.printable(line));
        }
    }

    private void say(String line) {
        bar.clear();
        err.println(line);
    }
}
