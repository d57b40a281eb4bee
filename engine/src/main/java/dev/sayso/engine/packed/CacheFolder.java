package dev.sayso.engine.packed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The files of packed weights in a folder, which may hold other things as well: only what has the
/// name of such a file is ever touched.
public final class CacheFolder {

    static final String PRECISION = "[a-z0-9]{1,16}";

    private static final String FILE = "[0-9a-f]{32}-" + PRECISION + "\\.weights";
    private static final String PART = FILE + "\\.[-0-9a-f]{36}\\.part";

    /// A file that nobody wrote to for so long is not being written any more.
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final Path folder;

    /// @param folder need not exist
    public CacheFolder(Path folder) {
        this.folder = folder;
    }

    /// A file as it lies in the folder.
    ///
    /// @param file where it is
    /// @param model the model's folder; null when the file is damaged, unfinished or of another
    ///     version
    /// @param precision the caller's word for its packings; null as above
    /// @param bytes its size
    /// @param lastUse when it was last written or read
    public record Kept(
            Path file,
            @Nullable String model,
            @Nullable String precision,
            long bytes,
            Instant lastUse) {}

    Path path() {
        return folder;
    }

    Path fileOf(ModelKey key, String precision) {
        return folder.resolve(key.hash().substring(0, 32) + "-" + precision + ".weights");
    }

    /// A new temporary name beside a file.
    static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /// All files, unfinished ones too, by name.
    ///
    /// @throws IOException when the folder is there and cannot be read
    public List<Kept> list() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path file : files(FILE + "|" + PART)) {
            try {
                kept.add(describe(file));
            } catch (NoSuchFileException e) {
                // finished or deleted by another process a moment ago
            }
        }
        return kept;
    }

    private static Kept describe(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Contents contents = contents(file);
        return new Kept(
                file,
                contents == null ? null : contents.model(),
                contents == null ? null : contents.precision(),
                attributes.size(),
                attributes.lastModifiedTime().toInstant());
    }

    /// Deletes a file of the list; one that is in use stays readable to those who use it.
    ///
    /// @return false when it cannot be deleted: on Windows, as long as it is in use
    public static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Deletes what processes that were killed have left.
    void deleteAbandoned() {
        Instant limit = Instant.now().minus(ABANDONED);
        try {
            for (Path part : files(PART)) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                    delete(part);
                }
            }
        } catch (IOException e) {
            // the next start tries again; whether the folder is of any use shows in a moment
        }
    }

    /// Deletes the files that nobody will read again, once one was written: of an older version, of
    /// a model that is gone, of an earlier state of the same model.
    void deleteOutdated(ModelKey key, String precision) {
        try {
            for (Path file : files(FILE)) {
                if (!file.equals(fileOf(key, precision)) && isOutdated(file, key, precision)) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            // the next file that is written tries again
        }
    }

    private static boolean isOutdated(Path file, ModelKey key, String precision) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileHeader header = FileHeader.read(channel);
            if (header == null || !header.isCurrent()) {
                return header != null && header.isOutdated();
            }
            Contents contents = header.contents(channel);
            boolean sameModel =
                    contents.model().equals(key.folder().toString())
                            && contents.precision().equals(precision);
            return sameModel || !Files.isDirectory(Path.of(contents.model()));
        } catch (IOException | InvalidPathException e) {
            // rather one too many
            return false;
        }
    }

    /// Remembers that a file was of use.
    void noteUse(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // only the list of files would have shown it
        }
    }

    private static @Nullable Contents contents(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileHeader header = FileHeader.read(channel);
            return header == null || !header.isCurrent() ? null : header.contents(channel);
        } catch (IOException e) {
            return null;
        }
    }

    private List<Path> files(String names) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (entry.getFileName().toString().matches(names)
                        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(null);
        return files;
    }

    /// What failed, in a few words.
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission to write there";
        }
        boolean known = failure instanceof FileSystemException system && system.getReason() != null;
        return known ? ((FileSystemException) failure).getReason() : "" + failure.getMessage();
    }
}
