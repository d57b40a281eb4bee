package dev.sayso.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialogs.
public final class WindowFileDialogs implements FileDialogs {

    private final Window owner;

    /// @param owner waits while a dialog is open
    public WindowFileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> open(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public @Nullable Path folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File folder = chooser.showDialog(owner);
        return folder == null ? null : folder.toPath();
    }

    @Override
    public @Nullable Path save(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(owner);
        return file == null ? null : file.toPath();
    }
}
