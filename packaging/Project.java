import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The source tree, built, and the system it is on.
///
/// @param root the top-level folder
/// @param version of the POM, without `-SNAPSHOT`
/// @param system what this is
record Project(Path root, String version, Os system) {

    /// A kind of system.
    enum Os {
        LINUX,
        WINDOWS,
        MACOS
    }

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>sayso</artifactId>\\s*<version>([0-9.]+)(-SNAPSHOT)?<");

    /// The tree this program lies in, or is started from.
    static Project find() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("packaging")) ? here : here.getParent();
        if (root == null || !Files.isRegularFile(root.resolve("pom.xml"))) {
            throw new IOException(here + ": expected the project's top-level folder");
        }
        Matcher version = VERSION.matcher(Files.readString(root.resolve("pom.xml")));
        if (!version.find()) {
            throw new IOException(root.resolve("pom.xml") + ": expected a version, found none");
        }
        return new Project(root, version.group(1), os(System.getProperty("os.name")));
    }

    private static Os os(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return Os.WINDOWS;
        }
        return lower.startsWith("mac") ? Os.MACOS : Os.LINUX;
    }

    /// What the build has left: `bin` and `lib`.
    Path built() {
        return root.resolve("app").resolve("target").resolve("sayso");
    }

    /// Where results go.
    Path target() {
        return root.resolve("packaging").resolve("target");
    }

    /// Data for this system's installers.
    Path data() {
        return root.resolve("packaging").resolve(system.name().toLowerCase(Locale.ROOT));
    }

    /// Refuses a tree that is not built, or whose parts do not belong together.
    void check() throws IOException {
        Path library = built().resolve("lib");
        if (!Files.isDirectory(library)) {
            throw new IOException(library + ": not built yet; run ./mvnw -DskipTests package");
        }
        List<String> apps = names(library, "sayso-app-*.jar");
        if (apps.size() != 1 || !apps.getFirst().startsWith("sayso-app-" + version)) {
            throw new IOException(
                    library + ": expected sayso-app-" + version + "….jar, found " + apps);
        }
    }

    /// The names of files in a folder, sorted.
    static List<String> names(Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            return Stream.of(files)
                    .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /// Deletes a folder with all that is in it, if it is there.
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
