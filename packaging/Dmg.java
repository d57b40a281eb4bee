import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A disk image for macOS. Not run where this was written: there was no macOS.
final class Dmg {

    private Dmg() {}

    /// @return the file
    static Path make(Project project, Path image) throws IOException {
        Tool.run(
                "jpackage",
                List.of(
                        "--type", "dmg",
                        "--app-image", image.toString(),
                        "--name", "Sayso",
                        "--app-version", project.version(),
                        "--license-file", project.root().resolve("LICENSE").toString(),
                        "--resource-dir", project.data().toString(),
                        "--dest", project.target().toString()));
        return project.target().resolve("Sayso-" + project.version() + ".dmg");
    }
}
