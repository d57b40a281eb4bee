package dev.sayso.app.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// A disk that takes so many bytes and then is full, as `ENOSPC` looks to Java.
public final class FullDisk {

    private FullDisk() {}

    /// A folder on it.
    public static RecordingStore store(Path folder, long bytes) {
        return new RecordingStore(folder, file -> new Limited(Disk.create(file), bytes));
    }

    private static final class Limited implements Disk {
        private final Disk disk;
        private long left;

        Limited(Disk disk, long bytes) {
            this.disk = disk;
            this.left = bytes;
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            if (bytes.remaining() > left) {
                throw new IOException("No space left on device");
            }
            left -= bytes.remaining();
            disk.append(bytes);
        }

        @Override
        public void patch(ByteBuffer bytes, long at) throws IOException {
            disk.patch(bytes, at);
        }

        @Override
        public void force() throws IOException {
            disk.force();
        }

        @Override
        public void close() throws IOException {
            disk.close();
        }
    }
}
