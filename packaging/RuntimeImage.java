import java.io.IOException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The Java that the program brings along: the JDK's modules it needs, and nothing of its own,
/// since native libraries cannot be found in jars that were linked in.
final class RuntimeImage {

    /// What no module says it requires, though it does without them badly: character sets of tags,
    /// files in archives, the languages of dates and names, keys of servers, names by network.
    private static final List<String> UNSAID =
            List.of(
                    "java.naming", "java.sql", "jdk.charsets", "jdk.crypto.ec", "jdk.localedata",
                    "jdk.unsupported", "jdk.zipfs");

    private RuntimeImage() {}

    /// @param libraries the folder of jars, which say in their module-info what they need
    /// @return its folder
    static Path make(Project project, Path libraries) throws IOException {
        Path runtime = project.target().resolve("runtime");
        Project.delete(runtime);
        Tool.run(
                "jlink",
                List.of(
                        "--add-modules", String.join(",", modules(libraries)),
                        "--include-locales", "en,de,zh",
                        "--strip-debug",
                        "--generate-cds-archive",
                        "--no-man-pages",
                        "--no-header-files",
                        "--output", runtime.toString()));
        return runtime;
    }

    private static Set<String> modules(Path libraries) {
        Set<String> modules = new TreeSet<>(UNSAID);
        Set<String> jdk = new TreeSet<>();
        ModuleFinder.ofSystem().findAll().forEach(module -> jdk.add(module.descriptor().name()));
        Stream.of(libraries, libraries.resolve("window"))
                .flatMap(folder -> ModuleFinder.of(folder).findAll().stream())
                .flatMap(module -> module.descriptor().requires().stream())
                .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .filter(jdk::contains)
                .forEach(modules::add);
        return modules;
    }
}
