import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The icon in the sizes and formats that installers want.
final class Icons {

    private Icons() {}

    /// @return the one for this system's launchers
    static Path make(Project project) throws IOException, InterruptedException {
        Path folder = folder(project);
        Tool.program(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("icons/Render.java", folder.toString()),
                project.root(),
                Map.of());
        return folder.resolve(
                switch (project.system()) {
                    case LINUX -> "sayso-256.png";
                    case WINDOWS -> "sayso.ico";
                    case MACOS -> "sayso.icns";
                });
    }

    /// Where they lie.
    static Path folder(Project project) {
        return project.target().resolve("icons");
    }
}
