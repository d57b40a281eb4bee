package dev.sayso.app.instance;

import dev.sayso.app.folders.AppFolders;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/// The folder that the running window and those who ask it meet in.
///
/// `sayso` in `$XDG_RUNTIME_DIR` where that is set, else `run` in the data folder. Someone who
/// chose a folder with `$SAYSO_HOME` has a window for that folder alone.
public final class RunFolder {

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rwx------");

    private RunFolder() {}

    /// The folder by the rules above; it need not exist.
    public static Path of(Map<String, String> environment, AppFolders folders) {
        String home = environment.getOrDefault("SAYSO_HOME", "");
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (home.isBlank() && !runtime.isBlank() && Path.of(runtime).isAbsolute()) {
            return Path.of(runtime).resolve("sayso");
        }
        return folders.data().resolve("run");
    }

    /// Makes sure that it is there, and the user's alone.
    ///
    /// @throws IOException also when it is somebody else's
    static void prepare(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        // not asked of its file store, which cannot be found in a changed root
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            Files.createDirectory(
                    folder,
                    posix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                            : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            // looked at below, like a new one
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + ": expected a folder, found something else");
        }
        if (posix) {
            // Windows keeps others out of a user's own folders by what they inherit
            keepOthersOut(folder);
        }
    }

    private static void keepOthersOut(Path folder) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(
                        folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!view.readAttributes().permissions().equals(OWNER)) {
            // refused by the system when the folder is somebody else's
            Files.setPosixFilePermissions(folder, OWNER);
        }
        Path probe = Files.createTempFile(folder, "owner", null);
        try {
            if (!Files.getOwner(probe).equals(view.getOwner())) {
                throw new IOException(
                        "%s: expected a folder of %s, found one of %s"
                                .formatted(folder, Files.getOwner(probe), view.getOwner()));
            }
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
