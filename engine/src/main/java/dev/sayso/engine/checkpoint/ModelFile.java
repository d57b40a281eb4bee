package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The questions every file of a model folder is asked before it is parsed.
final class ModelFile {

    private ModelFile() {}

    /// Whether there is anything of this name: a link to nothing counts, so that it is reported
    /// rather than passed over.
    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// @throws IOException when the path is not a folder
    static void requireFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": expected a model folder, found " + kind(folder));
        }
    }

    /// Refuses what would block or fail later with a message that names nothing: a folder, a link
    /// to nothing, a pipe.
    ///
    /// @throws IOException when the path is not a regular file
    static void requireFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": expected a file, found " + kind(file));
        }
    }

    private static String kind(Path path) {
        if (Files.isRegularFile(path)) {
            return "a file";
        }
        if (Files.isDirectory(path)) {
            return "a folder";
        }
        if (Files.isSymbolicLink(path)) {
            return "a link to nothing";
        }
        return exists(path) ? "something that is neither file nor folder" : "nothing there";
    }

    /// Reads a small file whole.
    ///
    /// @param most bytes it may have
    static byte[] read(Path file, int most) throws IOException {
        requireFile(file);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (bytes.length > most) {
            throw new IOException(file + ": expected at most " + most + " bytes, found more");
        }
        return bytes;
    }

    /// A failure of the file system, with the file's name and a sentence.
    static IOException unreadable(Path file, IOException cause) {
        String found =
                cause instanceof AccessDeniedException ? "no permission to read it" : "" + cause;
        return new IOException(file + ": expected a readable file, found " + found, cause);
    }

    /// What a download leaves behind when it fetched something else, told by the first bytes.
    ///
    /// @return a noun for a message; null when the file is none of these
    static @Nullable String impostor(MemorySegment bytes) {
        byte[] head =
                bytes.asSlice(0, Math.min(64, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        String start =
                new String(head, StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (start.startsWith("version https://git-lfs")) {
            return "a Git LFS pointer in place of the file itself (fetch it with: git lfs pull)";
        }
        if (start.startsWith("<!doctype")
                || start.startsWith("<html")
                || start.startsWith("<?xml")) {
            return "a web page, probably the error message of a download";
        }
        if (start.startsWith("pk\u0003\u0004")) {
            return "a ZIP archive (PyTorch weights?)";
        }
        return start.startsWith("gguf") ? "a GGUF file" : null;
    }
}
