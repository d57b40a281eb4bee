package dev.sayso.app.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows; tests bring one that is full.
interface Disk {

    /// Writes at the end, all of it or throws.
    void append(ByteBuffer bytes) throws IOException;

    /// Writes over what stands there.
    void patch(ByteBuffer bytes, long at) throws IOException;

    /// Waits until what was written would survive a power failure.
    void force() throws IOException;

    /// Ends writing.
    void close() throws IOException;

    /// Makes a file.
    @FunctionalInterface
    interface Opener {
        Disk create(Path file) throws IOException;
    }

    /// A new file that is locked while it is open.
    static Disk create(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Locks.take(channel, file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new Disk() {
            @Override
            public void append(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }

            @Override
            public void patch(ByteBuffer bytes, long at) throws IOException {
                channel.write(bytes, at);
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                // gives the lock back
                channel.close();
            }
        };
    }

    /// The lock of a recording that is being made.
    final class Locks {

        /// Far behind any sound: on some systems a lock keeps others from reading what it covers.
        private static final long PLACE = Long.MAX_VALUE - 1;

        private Locks() {}

        static void take(FileChannel channel, Path file) throws IOException {
            if (attempt(channel) == null) {
                throw new IOException(file + ": another program has locked it");
            }
        }

        /// Whether nobody makes this recording any more.
        static boolean isFree(Path file) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return attempt(channel) != null;
            }
        }

        @org.jspecify.annotations.Nullable
        private static FileLock attempt(FileChannel channel) throws IOException {
            return channel.tryLock(PLACE, 1, false);
        }
    }
}
