package dev.sayso.app.folders;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder that holds this user's models, settings and history.
///
/// | system  | folder |
/// |---------|--------|
/// | any     | `$SAYSO_HOME`, if set |
/// | Linux   | `$XDG_DATA_HOME/sayso`, else `~/.local/share/sayso` |
/// | macOS   | `~/Library/Application Support/Sayso` |
/// | Windows | `%LOCALAPPDATA%\Sayso`, else `~\AppData\Local\Sayso` |
///
/// `~` is `$HOME` where that is set, as the XDG rules say, but on Windows.
///
/// @param data absolute; need not exist yet
public record AppFolders(Path data) {

    /// The folder by the rules above.
    ///
    /// @param environment the process's environment
    /// @param system the value of `os.name`
    /// @param home the user's home folder according to the system's list of users
    public static AppFolders of(Map<String, String> environment, String system, Path home) {
        String wanted = environment.get("SAYSO_HOME");
        if (wanted != null && !wanted.isBlank()) {
            return new AppFolders(Path.of(wanted).toAbsolutePath().normalize());
        }
        return new AppFolders(byConvention(environment, system, home.toAbsolutePath()));
    }

    private static Path byConvention(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"));
            return (local != null ? local : home.resolve("AppData").resolve("Local"))
                    .resolve("Sayso");
        }
        Path named = absolute(environment.get("HOME"));
        Path user = named != null ? named : home;
        if (name.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Sayso");
        }
        Path xdg = absolute(environment.get("XDG_DATA_HOME"));
        return (xdg != null ? xdg : user.resolve(".local").resolve("share")).resolve("sayso");
    }

    /// The XDG rules say that a relative path is to be ignored.
    private static @Nullable Path absolute(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : null;
    }

    /// The folder that holds one folder for each model.
    public Path models() {
        return data.resolve("models");
    }
}
