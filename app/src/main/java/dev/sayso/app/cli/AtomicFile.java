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

    /// Writes beside the file, then moves over it. A link keeps pointing where it does. A pipe or a
    /// device is written directly, and so is `/dev/stdout`, even where it is a file: that may hold
    /// something already.
    static void write(Path file, String text) throws IOException {
        boolean device = file.toAbsolutePath().normalize().startsWith("/dev");
        if (Files.exists(file) && (device || !Files.isRegularFile(file))) {
            Files.writeString(file, text, StandardOpenOption.APPEND);
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
