import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the JVM works out while the window starts, kept for each later start (an AOT cache).
///
/// It is trained by opening the window and ending it, with data of its own. The JVM binds it to the
/// place, size and time of each jar; of a folder that was moved it loads some classes from the old
/// place, if that is still there, and then fails. So only packages have one, whose place is known,
/// and it is trained at that very place: in a mount namespace, which nobody else sees.
final class AotCache {

    /// The window's, beside its configuration.
    private static final String NAME = "sayso-window.aot";

    private static final int SECONDS_TO_OPEN = 120;
    private static final int SECONDS_TO_END = 300;

    /// The tray and the hotkey start after the window.
    private static final int SECONDS_OPEN = 3;

    /// Shows a folder where it will be installed, and runs a program in it. A plain bind mount will
    /// not do: its place does not exist here.
    private static final String AT_ITS_PLACE =
            """
            set -e
            folder=$1 place=$2 spare=$3
            above=${place%/*}
            mount -t tmpfs tmpfs "$spare"
            mkdir "$spare/new" "$spare/work"
            mount -t overlay overlay \
                -o "lowerdir=$above,upperdir=$spare/new,workdir=$spare/work" "$above"
            mkdir -p "$place"
            mount --bind "$folder" "$place"
            exec "$place/bin/sayso-window"
            """;

    private AotCache() {}

    /// @param root stands for `/`
    /// @param place of the program's folder below it
    /// @return why there is none; empty when there is one
    static Optional<String> train(Path root, String place)
            throws IOException, InterruptedException {
        Path folder = root.resolve(place);
        Path app = folder.resolve("lib/app");
        Optional<Screen> screen = Screen.find();
        if (screen.isEmpty()) {
            return Optional.of("no screen to train it on (neither Xvfb nor DISPLAY)");
        }
        Path data = Files.createTempDirectory("sayso-training");
        Path cache = app.resolve(NAME);
        try (Screen shown = screen.get()) {
            Optional<String> failure = openAndEnd(folder, place, data, shown);
            if (failure.isPresent() || !Files.isRegularFile(cache)) {
                Files.deleteIfExists(cache);
                return Optional.of(failure.orElse("the JVM wrote no " + NAME));
            }
        } finally {
            Project.delete(data);
        }
        use(app.resolve("sayso-window.cfg"));
        return Optional.empty();
    }

    private static Optional<String> openAndEnd(
            Path folder, String place, Path data, Screen screen)
            throws IOException, InterruptedException {
        Path log = data.resolve("log");
        Path spare = Files.createDirectory(data.resolve("spare"));
        Map<String, String> own = Map.of("SAYSO_HOME", data.resolve("home").toString());
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("sh", "-c", AT_ITS_PLACE, "sh"));
        command.addAll(List.of(folder.toString(), "/" + place, spare.toString()));
        ProcessBuilder window =
                builder(command, screen, own)
                        .directory(folder.resolve("lib/app").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        // a bare name, since in this variable blanks end an option
        window.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + NAME);
        List<String> ask = List.of(folder.resolve("bin/sayso").toString());
        Process opened = window.start();
        try {
            if (!answers(opened, ask, screen, own)) {
                return Optional.of("the window did not open: " + Files.readString(log).strip());
            }
            TimeUnit.SECONDS.sleep(SECONDS_OPEN);
            ask(ask, "quit", screen, own);
            if (!opened.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) || opened.exitValue() != 0) {
                return Optional.of("the window did not end: " + Files.readString(log).strip());
            }
            return Optional.empty();
        } finally {
            opened.descendants().forEach(ProcessHandle::destroyForcibly);
            opened.destroyForcibly().waitFor();
        }
    }

    private static boolean answers(
            Process opened, List<String> program, Screen screen, Map<String, String> own)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_OPEN);
        while (opened.isAlive() && System.nanoTime() < end) {
            if (ask(program, "status", screen, own) == 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    private static int ask(
            List<String> program, String what, Screen screen, Map<String, String> own)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(what);
        return builder(command, screen, own)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static ProcessBuilder builder(
            List<String> command, Screen screen, Map<String, String> own) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(own);
        screen.showIn(builder.environment());
        return builder;
    }

    /// A cache that does not fit, or is gone, makes the start slower and nothing else: the JVM would
    /// say so on standard output.
    private static void use(Path configuration) throws IOException {
        Files.write(
                configuration,
                List.of(
                        "java-options=-XX:AOTCache=$APPDIR/" + NAME,
                        "java-options=-XX:AOTMode=auto",
                        "java-options=-Xlog:aot*=off,cds*=off"),
                StandardOpenOption.APPEND);
    }
}
