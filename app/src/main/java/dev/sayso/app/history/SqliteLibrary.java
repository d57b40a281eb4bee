package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where SQLite's native library is unpacked to. By default that is the system's temporary folder,
/// from which some systems allow no code to run.
final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /// Takes effect when it comes before the first connection. A value from outside wins; a cache
    /// that cannot be written leaves the default.
    static void unpackInto(Path cache) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        Path folder = cache.resolve("native");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return;
        }
        if (Files.isWritable(folder)) {
            System.setProperty(FOLDER, folder.toString());
        }
    }
}
