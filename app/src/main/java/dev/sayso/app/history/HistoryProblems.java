package dev.sayso.app.history;

import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import java.nio.file.Path;

/// What goes wrong with the database, as a person is told.
final class HistoryProblems {

    private HistoryProblems() {}

    static Problem of(Messages words, Throwable thrown) {
        HistoryException.Reason reason =
                thrown instanceof HistoryException known
                        ? known.reason()
                        : HistoryException.Reason.OTHER;
        String key =
                switch (reason) {
                    case DISK_FULL -> "full";
                    case DAMAGED -> "damaged";
                    case BUSY -> "busy";
                    case NOT_ALLOWED -> "notAllowed";
                    case TOO_NEW -> "tooNew";
                    case OTHER -> "other";
                };
        return new Problem(
                words.text("problem." + key),
                words.text("problem." + key + ".advice"),
                thrown.toString());
    }

    static Problem setAside(Messages words, Path aside) {
        return new Problem(
                words.text("problem.setAside"),
                words.text("problem.setAside.advice"),
                aside.toString());
    }
}
