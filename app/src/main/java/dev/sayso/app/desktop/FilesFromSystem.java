package dev.sayso.app.desktop;

import dev.sayso.app.desktop.DesktopSystem.Os;
import java.awt.Desktop;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Files that the system hands over by an event instead of by arguments, as macOS does: at the
/// start, and to a program that runs already.
///
/// JavaFX has no word for such events. AWT has, if it is there before JavaFX: for this reason it is
/// woken here, and on macOS only. Written by the book and not run on a Mac.
public final class FilesFromSystem {

    private FilesFromSystem() {}

    /// Begins to listen; call it before JavaFX starts.
    ///
    /// @param open is called on a thread of AWT's, with absolute paths
    public static void listen(DesktopSystem system, Consumer<List<Path>> open) {
        if (system.os() != Os.MAC || !Desktop.isDesktopSupported()) {
            return;
        }
        Desktop desktop = Desktop.getDesktop();
        if (desktop.isSupported(Desktop.Action.APP_OPEN_FILE)) {
            desktop.setOpenFileHandler(event -> hand(event.getFiles(), open));
        }
    }

    static void hand(List<File> named, Consumer<List<Path>> open) {
        List<Path> files = new ArrayList<>();
        for (File file : named) {
            try {
                files.add(file.toPath().toAbsolutePath());
            } catch (InvalidPathException e) {
                // a name that no file can have
            }
        }
        if (!files.isEmpty()) {
            open.accept(List.copyOf(files));
        }
    }
}
