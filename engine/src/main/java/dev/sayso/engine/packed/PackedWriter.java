package dev.sayso.engine.packed;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Writes a file, section after section, under a temporary name.
final class PackedWriter implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final List<Section> sections = new ArrayList<>();
    private final CRC32C sum = new CRC32C();
    private long begin = FileHeader.BYTES;
    private long position = FileHeader.BYTES;
    private boolean inPlace;

    private PackedWriter(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /// Begins a file.
    ///
    /// @param target its name in the end
    static PackedWriter create(Path target, Disk disk) throws IOException {
        Path part = CacheFolder.partOf(target);
        return new PackedWriter(target, part, disk.create(part));
    }

    /// Writes the next bytes of the section that is being written.
    void write(ByteBuffer bytes) throws IOException {
        sum.update(bytes.duplicate());
        int count = bytes.remaining();
        Channels.write(channel, bytes, position);
        position += count;
    }

    /// Ends a section.
    ///
    /// @return its bytes, mapped until [#close]; they were written, not touched
    MemorySegment end(String name, int rows, int cols) throws IOException {
        long bytes = position - begin;
        write(ByteBuffer.allocate((int) (Section.padded(bytes) - bytes)));
        sections.add(new Section(name, rows, cols, begin, bytes, (int) sum.getValue()));
        MemorySegment mapped = channel.map(MapMode.READ_ONLY, begin, bytes, arena);
        sum.reset();
        begin = position;
        return mapped;
    }

    /// Ends the file and gives it its name, whatever was there before.
    ///
    /// Nothing waits for the disk: a file that a power cut left half-written is found out by its
    /// checksums.
    void finish(ModelKey key, String precision) throws IOException {
        byte[] contents =
                new Contents(key.hash(), precision, key.folder().toString(), sections).encode();
        Channels.write(channel, ByteBuffer.wrap(contents), position);
        Channels.write(channel, FileHeader.current(position, contents).encode(), 0);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        inPlace = true;
    }

    /// Gives up the file; what was mapped stays readable.
    void abandon() {
        if (!inPlace) {
            Channels.closeQuietly(channel);
            CacheFolder.delete(part);
        }
    }

    /// Frees the memory that was mapped, and deletes a file that is not finished.
    @Override
    public void close() {
        arena.close();
        // only now: where a mapped file cannot be deleted, this one can
        abandon();
    }
}
