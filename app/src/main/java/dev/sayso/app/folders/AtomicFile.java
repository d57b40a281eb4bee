package dev.sayso.app.folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Files that are there whole or not at all.
public final class AtomicFile {

    private AtomicFile() {}

    /// Writes text as UTF-8.
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes beside the file, then moves over it. A link keeps pointing where it does. A pipe or a
    /// device is written directly, and so is `/dev/stdout`, even where it is a file: that may hold
    /// something already.
    public static void write(Path file, byte[] bytes) throws IOException {
        boolean device = file.toAbsolutePath().normalize().startsWith("/dev");
        if (Files.exists(file) && (device || !Files.isRegularFile(file))) {
            Files.write(file, bytes, StandardOpenOption.APPEND);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path part = part(target, bytes);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Writes a file that must not be there yet.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when it is
    public static void create(Path file, byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = part(target, bytes);
        try {
            // without a word about replacing, the move refuses to
            Files.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Created by us rather than as a temporary file, which only its owner could read.
    private static Path part(Path target, byte[] bytes) throws IOException {
        Path part = target.resolveSibling(".sayso-" + UUID.randomUUID() + ".part");
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        return part;
    }
}
