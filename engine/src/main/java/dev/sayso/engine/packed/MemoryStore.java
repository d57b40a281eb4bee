package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Memory;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Panels;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Packs everything anew, into memory.
public final class MemoryStore implements PackedStore {

    private final Memory memory;
    private final List<String> warnings;

    /// @param memory where weights go; belongs to somebody else
    public MemoryStore(Memory memory) {
        this(memory, List.of());
    }

    MemoryStore(Memory memory, List<String> warnings) {
        this.memory = memory;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public Weight weight(Packing packing, int @Nullable [] order, List<StoredTensor> stored)
            throws IOException {
        long bytes = packing.bytes(StoredTensor.rows(stored), stored.getFirst().cols());
        MemorySegment into = memory.allocate(bytes);
        List<Tensor> tensors = stored.stream().map(StoredTensor::tensor).toList();
        return Panels.pack(packing, tensors, order, into);
    }

    @Override
    public float[] vector(StoredTensor stored) throws IOException {
        Tensor tensor = stored.tensor();
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.read(0, values);
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IOException(
                        tensor.origin()
                                + ": expected finite numbers, found "
                                + values[i]
                                + " at index "
                                + i);
            }
        }
        return values;
    }

    @Override
    public @Nullable MemorySegment kept(String name) {
        return null;
    }

    @Override
    public void keep(String name, Supplier<ByteBuffer> bytes) {}

    @Override
    public void finish() {}

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {}
}
