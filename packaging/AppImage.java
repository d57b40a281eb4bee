import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program's folder: a runtime, the jars beside it, and two launchers.
///
/// `sayso` is the command line, and starts without the window's libraries; `sayso-window` opens
/// the window. jpackage knows one module path for all launchers, so what it has written for them
/// is completed here.
final class AppImage {

    private static final String MODULE = "dev.sayso.app/dev.sayso.app.Main";
    private static final String MODULES = "$APPDIR/mods";

    private AppImage() {}

    /// @return its folder
    static Path make(Project project, Path runtime) throws IOException {
        Path folder = project.target().resolve("image");
        Project.delete(folder);
        Path launcher = project.target().resolve("window.properties");
        Files.writeString(launcher, "module=" + MODULE + "\n");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--type", "app-image",
                                "--name", "sayso",
                                "--app-version", project.version(),
                                "--vendor", "Sayso",
                                "--runtime-image", runtime.toString(),
                                "--module-path", project.built().resolve("lib").toString(),
                                "--module", MODULE,
                                "--add-launcher", "sayso-window=" + launcher,
                                "--dest", folder.toString()));
        if (project.system() == Project.Os.WINDOWS) {
            arguments.add("--win-console");
        }
        Tool.run("jpackage", arguments);
        Path image =
                folder.resolve(project.system() == Project.Os.MACOS ? "sayso.app" : "sayso");
        Path app = appFolder(project, image);
        completeLaunchers(project, app);
        return image;
    }

    /// Where jars and the launchers' configuration lie.
    static Path appFolder(Project project, Path image) {
        return switch (project.system()) {
            case LINUX -> image.resolve("lib").resolve("app");
            case WINDOWS -> image.resolve("app");
            case MACOS -> image.resolve("Contents").resolve("app");
        };
    }

    private static void completeLaunchers(Project project, Path app) throws IOException {
        String separator = project.system() == Project.Os.WINDOWS ? ";" : ":";
        List<String> both = options(app.resolve("mods").resolve("jvm.options"));
        List<String> window = new ArrayList<>(both);
        window.addAll(options(app.resolve("mods").resolve("window.options")));
        configure(app.resolve("sayso.cfg"), MODULES, both);
        configure(
                app.resolve("sayso-window.cfg"),
                MODULES + separator + MODULES + "/window",
                window);
    }

    /// One option a line; lines that begin with # are comments.
    private static List<String> options(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static void configure(Path file, String modulePath, List<String> options)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(line.equals("java-options=" + MODULES) ? "java-options=" + modulePath : line);
        }
        if (lines.stream().noneMatch(("java-options=" + modulePath)::equals)) {
            throw new IOException(file + ": expected the module path, found " + lines);
        }
        for (String option : options) {
            lines.add("java-options=" + option);
        }
        Files.write(file, lines);
    }
}
