import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The Java that the program brings along: the JDK's modules it needs, and nothing of its own,
/// since native libraries cannot be found in jars that were linked in.
final class RuntimeImage {

    /// Those after the first line are not named by any module of ours: languages of dates and
    /// names, files in archives, what libraries take from the JDK without saying so.
    private static final List<String> MODULES =
            List.of(
                    "java.base", "java.desktop", "java.logging", "java.management",
                    "java.net.http", "java.sql", "jdk.incubator.vector", "jdk.unsupported",
                    "java.naming", "jdk.charsets", "jdk.localedata", "jdk.management",
                    "jdk.zipfs");

    private RuntimeImage() {}

    /// @return its folder
    static Path make(Project project) throws IOException {
        Path runtime = project.target().resolve("runtime");
        Project.delete(runtime);
        Tool.run(
                "jlink",
                List.of(
                        "--add-modules", String.join(",", MODULES),
                        "--include-locales", "en,de,zh",
                        "--strip-debug",
                        "--generate-cds-archive",
                        "--no-man-pages",
                        "--no-header-files",
                        "--output", runtime.toString()));
        return runtime;
    }
}
