package dev.sayso.engine.packed;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The model's files, open for reading while they are packed, and two buffers for it.
final class ModelFiles implements AutoCloseable {

    private static final int ALIGNMENT = Section.ALIGNMENT;

    private final Map<Path, FileChannel> channels = new HashMap<>();
    private final Buffer source = new Buffer();
    private final Buffer target = new Buffer();

    /// Memory that is used again, and replaced when it is too small.
    private static final class Buffer {
        private @Nullable Arena arena;
        private MemorySegment memory = MemorySegment.NULL;

        MemorySegment ofSize(long bytes) {
            if (memory.byteSize() < bytes) {
                free();
                arena = Arena.ofConfined();
                memory = arena.allocate(bytes, ALIGNMENT);
            }
            return memory.asSlice(0, bytes);
        }

        void free() {
            if (arena != null) {
                arena.close();
                arena = null;
            }
            memory = MemorySegment.NULL;
        }
    }

    /// So many bytes for what is read; any contents.
    MemorySegment source(long bytes) {
        return source.ofSize(bytes);
    }

    /// So many bytes for what is packed; any contents.
    MemorySegment target(long bytes) {
        return target.ofSize(bytes);
    }

    /// Reads as many bytes as there is room.
    void read(Path file, long from, MemorySegment into) throws IOException {
        FileChannel channel = channels.get(file);
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            channels.put(file, channel);
        }
        ByteBuffer bytes = into.asByteBuffer();
        Channels.fill(channel, bytes, from);
        if (bytes.hasRemaining()) {
            throw new EOFException(file + ": expected more bytes, found the end of the file");
        }
    }

    @Override
    public void close() {
        channels.values().forEach(Channels::closeQuietly);
        channels.clear();
        source.free();
        target.free();
    }
}
