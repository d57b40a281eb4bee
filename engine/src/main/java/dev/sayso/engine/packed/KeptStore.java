package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives what an earlier run packed; the model's own files are not touched.
final class KeptStore implements PackedStore {

    static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final PackedFile file;
    private final MemoryStore memory;
    private boolean incomplete;

    KeptStore(PackedFile file, MemoryStore memory) {
        this.file = file;
        this.memory = memory;
    }

    @Override
    public Weight weight(Packing packing, int @Nullable [] order, List<StoredTensor> tensors)
            throws IOException {
        int rows = StoredTensor.rows(tensors);
        int cols = tensors.getFirst().cols();
        String name = Section.nameOf(packing, order, tensors);
        MemorySegment found = file.find(name, rows, cols, packing.bytes(rows, cols));
        if (found == null) {
            incomplete = true;
            return memory.weight(packing, order, tensors);
        }
        return packing.over(rows, cols, found);
    }

    @Override
    public float[] vector(StoredTensor tensor) throws IOException {
        int length = Math.toIntExact(tensor.tensor().size());
        MemorySegment found =
                file.find(Section.nameOf(tensor), 1, length, (long) length * Float.BYTES);
        if (found == null) {
            incomplete = true;
            return memory.vector(tensor);
        }
        return found.toArray(FLOAT);
    }

    @Override
    public @Nullable MemorySegment kept(String name) {
        return file.find(name);
    }

    @Override
    public void keep(String name, Supplier<ByteBuffer> bytes) {
        incomplete = true;
    }

    /// A file that lacks something was written by a program that asked for other weights: it is
    /// deleted, so that the next run writes a whole one.
    @Override
    public void finish() {
        if (incomplete) {
            CacheFolder.delete(file.path());
        }
    }

    @Override
    public List<String> warnings() {
        return memory.warnings();
    }

    @Override
    public void close() {
        file.close();
    }
}
