package dev.sayso.app.models.download;

import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps two processes from downloading the same model. The system frees it when a process dies.
///
/// Its file lies beside the model's folder, which would not let itself be renamed on Windows with
/// an open file in it, and stays: deleting a lock's file is a race.
final class DownloadLock implements AutoCloseable {

    private final FileChannel channel;

    private DownloadLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws DownloadException when somebody else has it
    static DownloadLock take(Path models, String name) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        models.resolve("." + name + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = lock(channel) != null;
            if (!taken) {
                throw new DownloadException(
                        Reason.ELSEWHERE, name + ": another Sayso is downloading it");
            }
            return new DownloadLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
