import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A disk image for macOS. Not run where this was written: there was no macOS.
final class Dmg {

    private Dmg() {}

    /// @return the file
    static Path make(Project project, Path image) throws IOException {
        String version = Versions.bundle(project);
        Tool.run(
                "jpackage",
                List.of(
                        "--type", "dmg",
                        "--app-image", image.toString(),
                        "--name", "Sayso",
                        "--app-version", version,
                        "--license-file", project.root().resolve("LICENSE").toString(),
                        "--dest", project.target().toString()));
        return Files.move(
                project.target().resolve("Sayso-" + version + ".dmg"),
                project.target().resolve("Sayso-" + project.version() + ".dmg"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
