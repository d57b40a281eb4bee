package dev.sayso.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// What went wrong, in one line that names the file and the cause.
final class Failures {

    private Failures() {}

    /// @param name the file or folder the user knows about
    static String describe(String name, IOException failure) {
        String reason = reason(failure);
        // our own readers name the file themselves
        if (!reason.startsWith(name + ":") && !reason.startsWith(name + File.separator)) {
            String other = failure instanceof FileSystemException e ? e.getFile() : null;
            boolean elsewhere = other != null && !other.equals(name);
            reason = name + ": " + (elsewhere ? other + ": " : "") + reason;
        }
        return Names.printable(reason);
    }

    /// The cause alone.
    static String reason(IOException failure) {
        String message = failure.getMessage();
        return switch (failure) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException e when e.getReason() != null ->
                    e.getReason().toLowerCase(Locale.ROOT);
            default -> message == null ? failure.getClass().getSimpleName() : message;
        };
    }
}
