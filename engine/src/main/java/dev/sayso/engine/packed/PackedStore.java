package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives the stages their numbers in the form they compute with; in any order.
///
/// For one thread, up to [#finish]; what it gave may be read from any, up to [#close].
public sealed interface PackedStore extends AutoCloseable
        permits MemoryStore, KeptStore, BuildingStore {

    /// Tensors of shape `[rows, …]`, one below the other, packed.
    ///
    /// @param order for each packed column the tensor's column it is taken from; null: as they are
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    /// @throws IOException naming the tensor when a value is not finite
    Weight weight(Packing packing, int @Nullable [] order, List<StoredTensor> tensors)
            throws IOException;

    /// A small tensor, widened to f32.
    ///
    /// @throws IOException naming the tensor when a value is not finite
    float[] vector(StoredTensor tensor) throws IOException;

    /// What [#keep] was given in an earlier run.
    ///
    /// @return null when there is nothing of this name
    @Nullable MemorySegment kept(String name);

    /// Has the next run get something else that is made from the model's files, where it can be
    /// kept.
    ///
    /// @throws InterruptedIOException when the calling thread is interrupted; it stays so
    void keep(String name, Supplier<ByteBuffer> bytes) throws InterruptedIOException;

    /// Says that everything was asked for: what was packed is kept from here on.
    ///
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    void finish() throws IOException;

    /// What could not be done as asked, a sentence each; the numbers are right all the same.
    List<String> warnings();

    /// Frees all memory that was given, and leaves nothing unfinished behind.
    @Override
    void close();
}
