package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much a disk still takes.
public final class FreeSpace {

    /// Less than nothing: nobody knows.
    public static final long UNKNOWN = -1;

    /// Asks the disk of a folder.
    @FunctionalInterface
    interface Question {
        long bytes(Path folder) throws IOException;
    }

    private FreeSpace() {}

    /// Bytes that a user may still write to the disk of a folder, or [#UNKNOWN].
    public static long in(Path folder) {
        return in(folder, place -> Files.getFileStore(place).getUsableSpace());
    }

    /// In a changed root the disk may not be found among those that are mounted; the folder is then
    /// asked itself, which says nothing of what it does not know.
    static long in(Path folder, Question disk) {
        try {
            return disk.bytes(folder);
        } catch (IOException e) {
            long known = folder.toFile().getUsableSpace();
            return known > 0 ? known : UNKNOWN;
        }
    }
}
