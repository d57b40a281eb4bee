package dev.sayso.app.desktop;

import dev.sayso.app.desktop.DesktopSystem.Os;
import java.io.IOException;
import java.nio.file.Path;

/// Shows folders in the system's file manager.
///
/// By the system's own command: AWT's way blocks on some Linux desktops while JavaFX runs.
public final class FileManager {

    private final Os os;

    /// @param os decides which command it is
    public FileManager(Os os) {
        this.os = os;
    }

    /// Shows a folder, and returns at once.
    ///
    /// @throws IOException when there is no such command
    public void show(Path folder) throws IOException {
        String command =
                switch (os) {
                    case LINUX -> "xdg-open";
                    case WINDOWS -> "explorer.exe";
                    case MAC -> "open";
                };
        new ProcessBuilder(command, folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
