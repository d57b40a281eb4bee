package dev.sayso.engine.packed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much a disk still takes.
final class FreeSpace {

    /// Asks the disk of a folder.
    @FunctionalInterface
    interface Question {
        long bytes(Path folder) throws IOException;
    }

    private FreeSpace() {}

    /// Bytes that a user may still write to the disk of a folder, which must exist.
    static long in(Path folder) {
        return in(folder, place -> Files.getFileStore(place).getUsableSpace());
    }

    /// In a changed root the disk may not be found among those that are mounted. The folder is then
    /// asked itself, and where it does not know either, there is room: writing will tell.
    static long in(Path folder, Question disk) {
        try {
            return disk.bytes(folder);
        } catch (IOException e) {
            long known = folder.toFile().getUsableSpace();
            return known > 0 ? known : Long.MAX_VALUE;
        }
    }
}
