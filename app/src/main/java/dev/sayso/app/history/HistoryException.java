package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The database could not do what was asked. What it had before, it still has.
public final class HistoryException extends IOException {

    private static final long serialVersionUID = 1;

    /// What was wrong.
    public enum Reason {
        /// No space is left.
        DISK_FULL,
        /// Its content is not what was written.
        DAMAGED,
        /// Another program holds it.
        BUSY,
        /// It may not be written, or opened.
        NOT_ALLOWED,
        /// A newer version of the program made it.
        TOO_NEW,
        /// Anything else.
        OTHER
    }

    private final Reason reason;

    HistoryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    private HistoryException(Reason reason, String message, SQLException cause) {
        super(message, cause);
        this.reason = reason;
    }

    static HistoryException of(Path file, SQLException cause) {
        Reason reason = reason(cause);
        String what =
                switch (reason) {
                    case DISK_FULL -> "the disk is full; what was kept before is still there";
                    case DAMAGED -> "the database is damaged; it is set aside at the next start";
                    case BUSY -> "another program holds the database";
                    case NOT_ALLOWED -> "the database cannot be opened or written";
                    case TOO_NEW, OTHER -> "the database did not answer as expected";
                };
        return new HistoryException(
                reason, file + ": " + what + " (" + cause.getMessage() + ")", cause);
    }

    private static Reason reason(SQLException cause) {
        if (!(cause instanceof SQLiteException known)) {
            return Reason.OTHER;
        }
        // the low byte is the kind of error, the rest says more about it
        return switch (SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)) {
            case SQLITE_FULL -> Reason.DISK_FULL;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Reason.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> Reason.BUSY;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> Reason.NOT_ALLOWED;
            default -> Reason.OTHER;
        };
    }

    /// What was wrong.
    public Reason reason() {
        return reason;
    }
}
