package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Packed weights that are kept from one run to the next.
public final class PackedCache {

    /// A model that is smaller is packed in 50 ms, which is not worth a file.
    private static final long SMALLEST = 32 << 20;

    /// Free space that is left to the user.
    private static final long RESERVE = 256 << 20;

    private final CacheFolder folder;
    private final String precision;
    private final long smallest;
    private final Disk disk;

    PackedCache(CacheFolder folder, String precision, long smallest, Disk disk) {
        if (!precision.matches(CacheFolder.PRECISION)) {
            throw new IllegalArgumentException("precision: " + precision);
        }
        this.folder = folder;
        this.precision = precision;
        this.smallest = smallest;
        this.disk = disk;
    }

    /// Packed weights in a folder.
    ///
    /// @param folder made when it is needed
    /// @param precision tells apart the sets of packings that are asked for: a short word of small
    ///     letters and digits
    public static PackedCache in(Path folder, String precision) {
        return new PackedCache(new CacheFolder(folder), precision, SMALLEST, Disk.ofMachine());
    }

    /// The same, for small models as well.
    public PackedCache forAnySize() {
        return new PackedCache(folder, precision, 0, disk);
    }

    /// What tells a model from others, taken before its files are opened: so a model that is
    /// replaced meanwhile is found out.
    ///
    /// @return null when its folder cannot be read; opening it will say why
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    public static @Nullable ModelKey keyOf(Path folder) throws IOException {
        try {
            return ModelKey.of(folder);
        } catch (IOException e) {
            Channels.throwIfInterrupted(e);
            return null;
        }
    }

    /// The numbers of a model: from its file when there is a good one, else packed anew and, if
    /// possible, kept.
    ///
    /// @param memory for what is not kept
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    public PackedStore open(ModelKey key, Memory memory) throws IOException {
        if (key.weightBytes() < smallest) {
            return new MemoryStore(memory);
        }
        folder.deleteAbandoned();
        Path file = folder.fileOf(key, precision);
        PackedFile kept = PackedFile.open(file, key, precision);
        if (kept != null) {
            folder.noteUse(file);
            return new KeptStore(kept, new MemoryStore(memory));
        }
        try {
            Files.createDirectories(folder.path());
            requireSpace(key);
            PackedWriter writer = PackedWriter.create(file, disk);
            return new BuildingStore(this, key, writer, new MemoryStore(memory));
        } catch (IOException e) {
            Channels.throwIfInterrupted(e);
            return new MemoryStore(memory, List.of(warning(e)));
        }
    }

    /// What is packed has about the size of the model's own files.
    private void requireSpace(ModelKey key) throws IOException {
        long free = disk.usableBytes(folder.path());
        if (free - RESERVE < key.weightBytes()) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "expected %.1f GB of free space, found %.1f GB",
                            (key.weightBytes() + RESERVE) / 1e9,
                            free / 1e9));
        }
    }

    String precision() {
        return precision;
    }

    CacheFolder folder() {
        return folder;
    }

    /// A sentence on why nothing is kept.
    String warning(IOException failure) {
        return folder.path()
                + ": the packed weights cannot be kept, so that every start packs them anew: "
                + CacheFolder.reason(failure);
    }
}
