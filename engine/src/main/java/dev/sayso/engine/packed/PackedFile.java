package dev.sayso.engine.packed;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A finished file, mapped, every byte of which was checked.
final class PackedFile implements AutoCloseable {

    /// Bytes that are read at a time to be checked.
    private static final int PIECE = 1 << 20;

    private final Path file;
    private final Arena arena;
    private final MemorySegment bytes;
    private final Map<String, Section> sections = new HashMap<>();

    private PackedFile(Path file, Arena arena, MemorySegment bytes, Contents contents) {
        this.file = file;
        this.arena = arena;
        this.bytes = bytes;
        contents.sections().forEach(section -> sections.put(section.name(), section));
    }

    /// Maps a file.
    ///
    /// @return null when there is none of this version for this model that is whole
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    static @Nullable PackedFile open(Path file, ModelKey key, String precision) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Arena arena = Arena.ofShared();
        PackedFile opened = null;
        try {
            opened = open(file, key, precision, arena);
        } catch (IOException e) {
            // unreadable or damaged, which comes to the same
            Channels.throwIfInterrupted(e);
        } finally {
            if (opened == null) {
                arena.close();
            }
        }
        return opened;
    }

    private static @Nullable PackedFile open(Path file, ModelKey key, String precision, Arena arena)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileHeader header = FileHeader.read(channel);
            if (header == null || !header.isCurrent()) {
                return null;
            }
            Contents contents = header.contents(channel);
            if (!contents.key().equals(key.hash()) || !contents.precision().equals(precision)) {
                return null;
            }
            // read, not mapped: pages that nothing computes with do not count as memory in use
            ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
            for (Section section : contents.sections()) {
                long length = section.end() - section.offset();
                if (Digests.crc32c(channel, section.offset(), length, piece)
                        != section.checksum()) {
                    return null;
                }
            }
            // no byte behind the file's end is ever mapped: touching one would be fatal
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, header.contentsAt(), arena);
            return new PackedFile(file, arena, bytes, contents);
        }
    }

    /// The bytes of a section; null when there is none of this name and these sizes.
    @Nullable MemorySegment find(String name, int rows, int cols, long length) {
        Section section = sections.get(name);
        if (section == null
                || section.rows() != rows
                || section.cols() != cols
                || section.bytes() != length) {
            return null;
        }
        return bytes.asSlice(section.offset(), length);
    }

    /// The bytes of a section whatever its size; null when there is none of this name.
    @Nullable MemorySegment find(String name) {
        Section section = sections.get(name);
        return section == null ? null : bytes.asSlice(section.offset(), section.bytes());
    }

    Path path() {
        return file;
    }

    @Override
    public void close() {
        arena.close();
    }
}
