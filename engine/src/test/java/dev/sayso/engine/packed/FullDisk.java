package dev.sayso.engine.packed;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// A disk that has room for so many bytes, whatever it said.
///
/// @param claimed what it says
/// @param room what it has
record FullDisk(long claimed, long room) implements Disk {

    @Override
    public long usableBytes(Path folder) {
        return claimed;
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        return new Filling(Disk.ofMachine().create(file), room);
    }

    /// Refuses to grow beyond a size, as a file on a full disk does.
    private static final class Filling extends FileChannel {

        private final FileChannel file;
        private final long most;

        Filling(FileChannel file, long most) {
            this.file = file;
            this.most = most;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            int fits = (int) Math.min(bytes.remaining(), most - at);
            if (fits <= 0 && bytes.hasRemaining()) {
                throw new IOException("No space left on device");
            }
            ByteBuffer part = bytes.slice(bytes.position(), fits);
            int count = file.write(part, at);
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public MemorySegment map(MapMode mode, long offset, long size, Arena arena)
                throws IOException {
            return file.map(mode, offset, size, arena);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            throw new AssertionError("not used");
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw new AssertionError("not used");
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new AssertionError("not used");
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) {
            throw new AssertionError("not used");
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long newPosition) throws IOException {
            return file.position(newPosition);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            return file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new AssertionError("not used");
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new AssertionError("not used");
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return file.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return file.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }
    }
}
