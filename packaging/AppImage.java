import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program's folder: a runtime, the jars beside it, and two launchers.
///
/// `sayso-window` opens the window, and is the one that installers give menu entries and files to;
/// `sayso` is the command line, and starts without the window's libraries. jpackage knows one
/// module path for all launchers, so what it has written for them is completed here.
final class AppImage {

    private static final String WINDOW = "sayso-window";
    private static final String COMMAND_LINE = "sayso";
    private static final String MODULE = "dev.sayso.app/dev.sayso.app.Main";
    private static final String MODULES = "$APPDIR/mods";

    private AppImage() {}

    /// @return its folder
    static Path make(Project project) throws IOException, InterruptedException {
        Path libraries = new Libraries(project).make();
        Path runtime = RuntimeImage.make(project, libraries);
        Path folder = project.target().resolve("image");
        Project.delete(folder);
        Path commandLine = project.target().resolve("command-line.properties");
        Files.writeString(commandLine, "module=" + MODULE + "\n" + ofCommandLine(project));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--type", "app-image",
                                "--name", WINDOW,
                                "--app-version", Versions.bundle(project),
                                "--vendor", "Sayso",
                                "--description", "Dictation and transcription",
                                "--copyright", "MIT licence",
                                "--icon", Icons.make(project).toString(),
                                "--runtime-image", runtime.toString(),
                                "--module-path", libraries.toString(),
                                "--module", MODULE,
                                "--add-launcher", COMMAND_LINE + "=" + commandLine,
                                "--dest", folder.toString()));
        if (project.system() == Project.Os.MACOS) {
            arguments.addAll(MacBundle.options(project));
        }
        Tool.run("jpackage", arguments);
        Path image = named(project, folder);
        Path app = appFolder(project, image);
        completeLaunchers(project, app);
        Notices.into(project, libraries, app.resolve("licences"));
        if (project.system() == Project.Os.MACOS) {
            MacBundle.sign(project, image);
        }
        return image;
    }

    /// The launchers' names differ by more than the case of letters, which is nothing to Windows and
    /// macOS; the folder gets the program's name afterwards.
    private static Path named(Project project, Path folder) throws IOException {
        boolean mac = project.system() == Project.Os.MACOS;
        Path image = folder.resolve(mac ? "Sayso.app" : "sayso");
        return Files.move(folder.resolve(mac ? WINDOW + ".app" : WINDOW), image);
    }

    private static String ofCommandLine(Project project) {
        return project.system() == Project.Os.WINDOWS
                ? "win-console=true\nwin-menu=false\nwin-shortcut=false\n"
                : "";
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
        Path built = project.built().resolve("lib");
        List<String> both = options(built.resolve("jvm.options"));
        List<String> window = new ArrayList<>(both);
        window.addAll(options(built.resolve("window.options")));
        configure(app.resolve(COMMAND_LINE + ".cfg"), MODULES, both);
        configure(
                app.resolve(WINDOW + ".cfg"), MODULES + separator + MODULES + "/window", window);
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
