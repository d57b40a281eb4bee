package dev.sayso.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The folder of reference data that lies outside the repository, for tests tagged `shared`.
///
/// It is what the system property `sayso.shared` names, or else a folder `shared` beside one of the
/// folders above the module.
public final class SharedFolder {

    private SharedFolder() {}

    /// A file or folder in it. Where there is none the test is skipped, and says so loudly; where
    /// the folder was named outright it fails.
    public static Path shared(String relative) {
        String named = System.getProperty("sayso.shared", "");
        if (!named.isBlank()) {
            Path path = Path.of(named).resolve(relative);
            if (!Files.exists(path)) {
                throw new AssertionError(path + ": expected reference data, found nothing");
            }
            return path;
        }
        List<Path> tried = new ArrayList<>();
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path path = up.resolve("shared").resolve(relative);
            if (Files.exists(path)) {
                return path;
            }
            tried.add(path);
        }
        String message = "NOT TESTED for want of reference data; looked for " + tried;
        System.err.println(message);
        return Assumptions.abort(message);
    }
}
