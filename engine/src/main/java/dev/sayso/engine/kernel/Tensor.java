package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// A tensor as it lies in a checkpoint's file: read-only, row-major, little-endian, possibly
/// unaligned.
///
/// @param origin file and tensor name, for messages
/// @param type how one value is stored
/// @param shape the sizes, outermost first
/// @param data exactly the tensor's bytes
public record Tensor(String origin, ElementType type, List<Integer> shape, MemorySegment data) {

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Checks that the bytes are exactly those of the shape.
    public Tensor {
        shape = List.copyOf(shape);
        long count = 1;
        for (int size : shape) {
            if (size <= 0) {
                throw new IllegalArgumentException(origin + ": shape " + shape);
            }
            count = Math.multiplyExact(count, (long) size);
        }
        if (data.byteSize() != count * type.bytes()) {
            throw new IllegalArgumentException(
                    origin + ": " + data.byteSize() + " bytes for shape " + shape);
        }
    }

    /// Number of values.
    public long size() {
        return data.byteSize() / type.bytes();
    }

    /// Widens the values from a row-major index on into an array, as many as it holds.
    public void read(long index, float[] into) {
        long at = index * type.bytes();
        switch (type) {
            case F32 -> MemorySegment.copy(data, FLOAT, at, into, 0, into.length);
            case BF16 -> {
                short[] halves = new short[into.length];
                MemorySegment.copy(data, SHORT, at, halves, 0, halves.length);
                for (int i = 0; i < halves.length; i++) {
                    into[i] = Float.intBitsToFloat(halves[i] << 16);
                }
            }
            case F16 -> {
                short[] halves = new short[into.length];
                MemorySegment.copy(data, SHORT, at, halves, 0, halves.length);
                for (int i = 0; i < halves.length; i++) {
                    into[i] = Float.float16ToFloat(halves[i]);
                }
            }
        }
    }

    /// The value at a row-major index, widened to f32 (which is exact for all three types).
    public float at(long index) {
        return switch (type) {
            case F32 -> Float.intBitsToFloat(data.get(INT, index * 4));
            case BF16 -> Float.intBitsToFloat(data.get(SHORT, index * 2) << 16);
            case F16 -> Float.float16ToFloat(data.get(SHORT, index * 2));
        };
    }
}
