package dev.sayso.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Keeps the queue in a file, which is there whole or not at all. For any thread.
public final class QueueStore {

    private static final System.Logger LOG = System.getLogger(QueueStore.class.getName());

    /// What was found on the disk.
    ///
    /// @param files as they were left
    /// @param setAside where a file is that could not be read; null when all was well
    record Found(List<FileRecord> files, @Nullable Path setAside) {}

    private final Path file;
    private final AtomicReference<@Nullable List<FileRecord>> pending = new AtomicReference<>();
    private final Object writing = new Object();

    /// @param file need not exist yet, nor its folder
    public QueueStore(Path file) {
        this.file = file;
    }

    /// Reads the queue. A file that makes no sense is set aside.
    Found read() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return new Found(List.of(), null);
        } catch (java.nio.charset.CharacterCodingException e) {
            return new Found(List.of(), setAside(e));
        }
        try {
            return new Found(QueueJson.read(text), null);
        } catch (IOException e) {
            return new Found(List.of(), setAside(e));
        }
    }

    private Path setAside(IOException reason) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        LOG.log(System.Logger.Level.WARNING, file + " is broken and was set aside", reason);
        return aside;
    }

    /// Writes the queue soon, elsewhere; what is newer when it comes to it is written instead.
    void save(List<FileRecord> queue) {
        if (pending.getAndSet(queue) == null) {
            Thread.ofVirtual().name("queue").start(this::flush);
        }
    }

    /// Writes now what waits to be written.
    void flush() {
        synchronized (writing) {
            List<FileRecord> queue = pending.getAndSet(null);
            if (queue == null) {
                return;
            }
            try {
                write(QueueJson.write(queue));
            } catch (IOException e) {
                // the transcripts are in memory and in the history; the next change tries again
                LOG.log(System.Logger.Level.WARNING, file + " cannot be written", e);
            }
        }
    }

    private void write(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
