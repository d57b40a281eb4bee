package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Packs everything anew and keeps it in a file, from which it is read at once.
///
/// When the file cannot be written any further, what is still missing goes into memory.
final class BuildingStore implements PackedStore {

    /// Fits a second-level cache together with what it becomes.
    private static final int GROUP_BYTES = 1 << 18;

    private final PackedCache cache;
    private final ModelKey key;
    private final PackedWriter writer;
    private final ModelFiles files = new ModelFiles();
    private final MemoryStore memory;
    private final List<String> warnings = new ArrayList<>();
    private boolean writing = true;

    BuildingStore(PackedCache cache, ModelKey key, PackedWriter writer, MemoryStore memory) {
        this.cache = cache;
        this.key = key;
        this.writer = writer;
        this.memory = memory;
    }

    @Override
    public Weight weight(Packing packing, int @Nullable [] order, List<StoredTensor> tensors)
            throws IOException {
        PanelGroups groups = new PanelGroups(packing, order, tensors, files, GROUP_BYTES);
        for (int i = 0; i < groups.count() && writing; i++) {
            ByteBuffer group;
            try {
                group = groups.pack(i);
            } catch (IOException e) {
                Channels.throwIfInterrupted(e);
                // as a whole it fails as well, and says in which row
                return memory.weight(packing, order, tensors);
            }
            write(group);
        }
        int rows = StoredTensor.rows(tensors);
        int cols = tensors.getFirst().cols();
        MemorySegment written = end(Section.nameOf(packing, order, tensors), rows, cols);
        return written == null
                ? memory.weight(packing, order, tensors)
                : packing.over(rows, cols, written);
    }

    @Override
    public float[] vector(StoredTensor tensor) throws IOException {
        float[] values = memory.vector(tensor);
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        write(bytes);
        end(Section.nameOf(tensor), 1, values.length);
        return values;
    }

    @Override
    public @Nullable MemorySegment kept(String name) {
        return null;
    }

    @Override
    public void keep(String name, Supplier<ByteBuffer> bytes) throws InterruptedIOException {
        if (writing) {
            ByteBuffer made = bytes.get();
            int size = made.remaining();
            write(made);
            end(name, 1, size);
        }
    }

    private void write(ByteBuffer bytes) throws InterruptedIOException {
        if (writing) {
            try {
                writer.write(bytes);
            } catch (IOException e) {
                giveUp(e);
            }
        }
    }

    /// The bytes written for a section; null when they could not be.
    private @Nullable MemorySegment end(String name, int rows, int cols)
            throws InterruptedIOException {
        if (writing) {
            try {
                return writer.end(name, rows, cols);
            } catch (IOException e) {
                giveUp(e);
            }
        }
        return null;
    }

    private void giveUp(IOException failure) throws InterruptedIOException {
        Channels.throwIfInterrupted(failure);
        writing = false;
        writer.abandon();
        warnings.add(cache.warning(failure));
    }

    @Override
    public void finish() throws IOException {
        files.close();
        if (!writing) {
            return;
        }
        if (!key.equals(PackedCache.keyOf(key.folder()))) {
            giveUp(new IOException("the model was changed while it was opened"));
            return;
        }
        try {
            writer.finish(key, cache.precision());
            cache.folder().deleteOutdated(key, cache.precision());
        } catch (IOException e) {
            giveUp(e);
        }
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        files.close();
        writer.close();
    }
}
