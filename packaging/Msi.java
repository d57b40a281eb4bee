import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An installer for Windows, for one user, who needs no administrator. Not run where this was
/// written: there was no Windows.
final class Msi {

    /// Fixed for ever: by it an installer finds the version it replaces.
    private static final String UPGRADE_CODE = "6f3d0b52-3a57-4b0e-9a1d-5f0c7c1c2b8e";

    private Msi() {}

    /// @return the file
    static Path make(Project project, Path image) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--type", "msi",
                                "--app-image", image.toString(),
                                "--name", "Sayso",
                                "--app-version", project.version(),
                                "--vendor", "Sayso",
                                "--license-file", project.root().resolve("LICENSE").toString(),
                                "--win-per-user-install",
                                "--win-menu",
                                "--win-dir-chooser",
                                "--win-upgrade-uuid", UPGRADE_CODE,
                                "--dest", project.target().toString()));
        for (String kind : Project.names(project.data(), "*.properties")) {
            arguments.add("--file-associations");
            arguments.add(project.data().resolve(kind).toString());
        }
        Tool.run("jpackage", arguments);
        return project.target().resolve("Sayso-" + project.version() + ".msi");
    }
}
