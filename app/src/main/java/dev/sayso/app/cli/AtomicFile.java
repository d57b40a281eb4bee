package dev.sayso.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Files that are there whole or not at all.
final class AtomicFile {

    private AtomicFile() {}

    /// Writes beside the file, then moves over it. A link keeps pointing where it does; what is not
    /// a regular file (`/dev/stdout`, a pipe) is written directly.
    static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        // created by us rather than as a temporary file, which only its owner could read
        Path part = target.resolveSibling(".sayso-" + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
