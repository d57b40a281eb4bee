package dev.sayso.app.ui;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the user for files; tests answer by themselves.
public interface FileDialogs {

    /// Files to open, of any kind; empty when the user has thought better of it.
    List<Path> open(String title);

    /// A folder; null when the user has thought better of it.
    @Nullable Path folder(String title);

    /// Where to save something; null when the user has thought better of it.
    ///
    /// @param name proposed, with its extension
    @Nullable Path save(String title, String name);
}
