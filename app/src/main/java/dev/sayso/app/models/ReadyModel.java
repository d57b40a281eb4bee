package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A model's folder, ready to be opened.
///
/// @param name what the user calls it
/// @param folder the checkpoint
/// @param note what the user should know about it, one sentence; null for nothing
/// @param temporary whether closing deletes the folder
public record ReadyModel(String name, Path folder, @Nullable String note, boolean temporary)
        implements AutoCloseable {

    /// A folder that the user named.
    public static ReadyModel of(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new ReadyModel(
                name == null ? folder.toString() : name.toString(), folder, null, false);
    }

    /// Deletes a temporary folder.
    @Override
    public void close() throws IOException {
        if (temporary) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
