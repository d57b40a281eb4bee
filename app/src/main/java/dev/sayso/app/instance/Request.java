package dev.sayso.app.instance;

import java.nio.file.Path;
import java.util.List;

/// What is asked of the running window.
///
/// @param files absolute, for [Command#OPEN] only
public record Request(Command command, List<Path> files) {

    /// No more files than this come in one request.
    public static final int MOST_FILES = 10_000;

    /// Checks and copies.
    public Request {
        files = List.copyOf(files);
        if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "at most %d files, not %d".formatted(MOST_FILES, files.size()));
        }
        if ((command == Command.OPEN) == files.isEmpty()) {
            throw new IllegalArgumentException(
                    command.word() + (files.isEmpty() ? " without files" : " with files"));
        }
        for (Path file : files) {
            if (!file.isAbsolute()) {
                throw new IllegalArgumentException("not an absolute path: " + file);
            }
        }
    }

    /// A command without files.
    public static Request of(Command command) {
        return new Request(command, List.of());
    }

    /// Files to open.
    public static Request open(List<Path> files) {
        return new Request(Command.OPEN, files);
    }
}
