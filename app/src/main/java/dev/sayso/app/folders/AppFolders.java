package dev.sayso.app.folders;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folders that hold this user's models, settings and history (`data`), and what can be made
/// anew (`cache`).
///
/// | system  | data |
/// |---------|------|
/// | any     | `$SAYSO_HOME`, if set |
/// | Linux   | `$XDG_DATA_HOME/sayso`, else `~/.local/share/sayso` |
/// | macOS   | `~/Library/Application Support/Sayso` |
/// | Windows | `%LOCALAPPDATA%\Sayso`, else `~\AppData\Local\Sayso` |
///
/// | system  | cache |
/// |---------|-------|
/// | any     | `cache` in `$SAYSO_HOME`, if set |
/// | Linux   | `$XDG_CACHE_HOME/sayso`, else `~/.cache/sayso` |
/// | macOS   | `~/Library/Caches/Sayso` |
/// | Windows | `cache` in the data folder |
///
/// `~` is `$HOME` where that is set, as the XDG rules say, but on Windows.
///
/// @param data absolute; need not exist yet
/// @param cache absolute; may be deleted at any time
public record AppFolders(Path data, Path cache) {

    /// The folders by the rules above.
    ///
    /// @param environment the process's environment
    /// @param system the value of `os.name`
    /// @param home the user's home folder according to the system's list of users
    public static AppFolders of(Map<String, String> environment, String system, Path home) {
        String wanted = environment.get("SAYSO_HOME");
        if (wanted != null && !wanted.isBlank()) {
            return inOne(Path.of(wanted).toAbsolutePath().normalize());
        }
        return byConvention(environment, system, home.toAbsolutePath());
    }

    private static AppFolders inOne(Path folder) {
        return new AppFolders(folder, folder.resolve("cache"));
    }

    private static AppFolders byConvention(
            Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"));
            return inOne(
                    (local != null ? local : home.resolve("AppData").resolve("Local"))
                            .resolve("Sayso"));
        }
        Path named = absolute(environment.get("HOME"));
        Path user = named != null ? named : home;
        if (name.startsWith("mac")) {
            Path library = user.resolve("Library");
            return new AppFolders(
                    library.resolve("Application Support").resolve("Sayso"),
                    library.resolve("Caches").resolve("Sayso"));
        }
        Path data = absolute(environment.get("XDG_DATA_HOME"));
        Path cache = absolute(environment.get("XDG_CACHE_HOME"));
        return new AppFolders(
                (data != null ? data : user.resolve(".local").resolve("share")).resolve("sayso"),
                (cache != null ? cache : user.resolve(".cache")).resolve("sayso"));
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

    /// The list of models that lie in folders of the user's own.
    public Path registeredModels() {
        return data.resolve("models.json");
    }

    /// The folder that holds models' weights as the kernels read them.
    public Path weights() {
        return cache.resolve("weights");
    }

    /// The folder that the media decoder's native libraries are unpacked to.
    public Path decoder() {
        return cache.resolve("decoder");
    }

    /// The files that are to be transcribed.
    public Path queue() {
        return data.resolve("queue.json");
    }

    /// The folder that holds the sound of dictations.
    public Path recordings() {
        return data.resolve("recordings");
    }

    /// The database of past texts.
    public Path history() {
        return data.resolve("history.db");
    }

    /// What the user has chosen.
    public Path settings() {
        return data.resolve("settings.json");
    }

    /// What the program has to say about itself.
    public Path logs() {
        return data.resolve("logs");
    }
}
