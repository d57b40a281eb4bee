package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Moves a damaged database out of the way, whole, for someone who can still read from it.
final class SetAside {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SetAside() {}

    /// @return where it is now: `history.broken-20261127-191500.db`
    static Path move(Path file, Instant now) throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot);
        Path aside = file.resolveSibling(stem + ".broken-" + STAMP.format(now) + extension);
        for (int i = 2; Files.exists(aside); i++) {
            aside =
                    file.resolveSibling(
                            stem + ".broken-" + STAMP.format(now) + "-" + i + extension);
        }
        // the log and its index belong to the database, under its name
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(name + suffix);
            if (Files.exists(part)) {
                Files.move(part, aside.resolveSibling(aside.getFileName() + suffix));
            }
        }
        return aside;
    }
}
