import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The licences of everything that is shipped, and the list of it (SBOM).
///
/// `licences/THIRD-PARTY.md` names each library; a jar that it does not name stops the build. Texts
/// that a jar brings are taken from it, the others lie beside that list. The JDK's own lie in its
/// `legal` folder.
final class Notices {

    private static final Pattern TEXT =
            Pattern.compile(
                    "(META-INF/|META-INF/maven/.*/|)[^/]*(LICENSE|NOTICE)[^/]*",
                    Pattern.CASE_INSENSITIVE);

    private Notices() {}

    static void into(Project project, Path libraries, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path ours = project.root().resolve("packaging").resolve("licences");
        for (String name : Project.names(ours, "*")) {
            Files.copy(ours.resolve(name), folder.resolve(name));
        }
        Files.copy(project.root().resolve("LICENSE"), folder.resolve("Sayso.txt"));
        Path list = project.root().resolve("app/target/sayso-app.cdx.json");
        if (!Files.isRegularFile(list)) {
            throw new IOException(list + ": not there; run ./mvnw -Pdist -DskipTests package");
        }
        Files.copy(list, folder.resolve("sbom.cdx.json"));
        String named = Files.readString(ours.resolve("THIRD-PARTY.md"));
        for (Path jar : jars(libraries)) {
            String library = library(jar);
            if (!library.startsWith("sayso-") && !named.contains("`" + library + "`")) {
                throw new IOException("licences/THIRD-PARTY.md: does not name " + library);
            }
            copyTexts(jar, folder.resolve(library));
        }
    }

    private static List<Path> jars(Path libraries) throws IOException {
        try (Stream<Path> files = Files.walk(libraries)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /// Without version and system.
    private static String library(Path jar) {
        return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
    }

    private static void copyTexts(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> texts = new ArrayList<>();
            zip.stream()
                    .filter(entry -> !entry.isDirectory() && isText(entry.getName()))
                    .forEach(texts::add);
            for (ZipEntry entry : texts) {
                Files.createDirectories(folder);
                Path file = folder.resolve(Path.of(entry.getName()).getFileName());
                if (!Files.exists(file)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }

    private static boolean isText(String entry) {
        return TEXT.matcher(entry).matches() && !entry.endsWith(".class");
    }
}
