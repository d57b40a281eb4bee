import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A package for Debian, Ubuntu and their kin.
final class Deb {

    private Deb() {}

    /// @param root what is installed
    /// @return the file
    static Path make(Project project, Path root) throws IOException, InterruptedException {
        String architecture = architecture(System.getProperty("os.arch"));
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(
                control,
                Files.readString(project.data().resolve("control"))
                        .replace("@VERSION@", project.version())
                        .replace("@ARCHITECTURE@", architecture)
                        .replace("@INSTALLED_SIZE@", String.valueOf(kibibytes(root))));
        Path file =
                project.target().resolve("sayso_%s_%s.deb".formatted(project.version(), architecture));
        Tool.program(
                Path.of("dpkg-deb"),
                List.of("--build", "--root-owner-group", root.toString(), file.toString()),
                project.root(),
                Map.of());
        Project.delete(control.getParent());
        return file;
    }

    static String architecture(String java) {
        return java.equals("aarch64") ? "arm64" : java;
    }

    private static long kibibytes(Path root) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes / 1024;
    }
}
