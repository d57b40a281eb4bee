package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A little memory of the kind that weights lie in, freed when nobody refers to it any more.
///
/// Compiled code takes the kind that it has met for granted, and is thrown away when it meets
/// another: mapped files are of one kind, other memory of another.
public final class ScratchMemory implements Memory, AutoCloseable {

    private static final long ALIGNMENT = 64;

    private final Arena arena = Arena.ofAuto();
    private final @Nullable FileChannel file;
    private long size;

    private ScratchMemory(@Nullable FileChannel file) {
        this.file = file;
    }

    /// Memory as of weights that are packed anew at every start.
    public static ScratchMemory plain() {
        return new ScratchMemory(null);
    }

    /// Memory as of weights from a [PackedCache]: in a temporary file, which is deleted; or plain
    /// memory when there can be no such file.
    public static ScratchMemory mapped() {
        try {
            Path path = Files.createTempFile("sayso-warm-up", "");
            return new ScratchMemory(
                    FileChannel.open(
                            path,
                            Set.of(
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException e) {
            return plain();
        }
    }

    @Override
    public MemorySegment allocate(long bytes) {
        if (file != null) {
            try {
                return map(file, bytes);
            } catch (IOException e) {
                // a full disk: the other kind works, too
                return arena.allocate(bytes, ALIGNMENT);
            }
        }
        return arena.allocate(bytes, ALIGNMENT);
    }

    /// Writes zeros first: a mapped hole in a file is a crash on a disk that is full.
    private MemorySegment map(FileChannel file, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(bytes));
        long from = size;
        while (zeros.hasRemaining()) {
            file.write(zeros, from + zeros.position());
        }
        size += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return file.map(MapMode.READ_WRITE, from, bytes, arena);
    }

    /// Gives no more; what was given stays.
    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // a few MiB in the folder for temporary files stay there
            }
        }
    }
}
