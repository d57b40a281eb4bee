package dev.sayso.app;

import dev.sayso.app.desktop.DesktopSystem;
import dev.sayso.app.folders.AppFolders;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the process was started with.
///
/// @param environment its variables
/// @param system the value of `os.name`
/// @param home the user's folder
/// @param launcher the program that opens the window; null when that is not known
record Surrounding(
        Map<String, String> environment, String system, Path home, @Nullable Path launcher) {

    /// This process's.
    static Surrounding ofProcess() {
        return new Surrounding(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                launcher(System.getProperty("dev.sayso.launcher")));
    }

    /// The launchers of a source tree say who they are; a packaged one is the process itself.
    private static @Nullable Path launcher(@Nullable String named) {
        if (named != null) {
            return Path.of(named);
        }
        return ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .filter(program -> program.getFileName().toString().startsWith("sayso"))
                .orElse(null);
    }

    /// This user's folders.
    AppFolders folders() {
        return AppFolders.of(environment, system, home);
    }

    /// The desktop.
    DesktopSystem desktop() {
        return DesktopSystem.of(environment, system);
    }

    /// What starts the window with the session; null when that is not known.
    @Nullable List<String> startCommand(boolean hidden) {
        if (launcher == null) {
            return null;
        }
        return hidden
                ? List.of(launcher.toString(), "open", "--hidden")
                : List.of(launcher.toString(), "open");
    }

    /// The POM's version, which the compiler writes into the module's descriptor.
    static String version() {
        @Nullable ModuleDescriptor module = Surrounding.class.getModule().getDescriptor();
        return module == null ? "development" : module.rawVersion().orElse("development");
    }
}
