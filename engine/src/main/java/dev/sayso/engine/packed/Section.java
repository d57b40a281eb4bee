package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Packing;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A weight or a vector in the file.
///
/// @param name what it is: see [#nameOf]
/// @param rows outputs; 1 for a vector
/// @param cols inputs; the length of a vector
/// @param offset where it begins, a multiple of [#ALIGNMENT]
/// @param bytes its own bytes; zeros follow up to the next multiple of [#ALIGNMENT]
/// @param checksum CRC-32C of its bytes and the zeros
record Section(String name, int rows, int cols, long offset, long bytes, int checksum) {

    /// A page of memory: kernels reckon with where one ends.
    static final int ALIGNMENT = 4096;

    /// Everything that decides a weight's bytes, but the model and the layout's version.
    static String nameOf(Packing packing, int @Nullable [] order, List<StoredTensor> tensors) {
        String names = tensors.stream().map(StoredTensor::name).collect(Collectors.joining("+"));
        return packing + " " + names + (order == null ? "" : " order " + digest(order));
    }

    static String nameOf(StoredTensor vector) {
        return "vector " + vector.name();
    }

    private static String digest(int[] order) {
        ByteBuffer bytes = ByteBuffer.allocate(order.length * Integer.BYTES);
        bytes.asIntBuffer().put(order);
        return HexFormat.of().formatHex(Digests.sha256(bytes.array()));
    }

    static long padded(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /// Where the zeros end.
    long end() {
        return offset + padded(bytes);
    }
}
