package dev.sayso.engine.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;

/// Seeded numbers in the engine's containers.
final class RandomNumbers {

    private RandomNumbers() {}

    static float[] floats(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static Matrix matrix(int rows, int cols, Random random) {
        Matrix matrix = new Matrix(rows, cols);
        System.arraycopy(floats(rows * cols, random), 0, matrix.data(), 0, rows * cols);
        return matrix;
    }

    static FeatureMap map(int chunks, int times, int freqs, int channels, Random random) {
        FeatureMap map = new FeatureMap(chunks, times, freqs, channels);
        for (int chunk = 0; chunk < chunks; chunk++) {
            for (int time = 0; time < times; time++) {
                int at = map.offset(chunk, time, 0);
                for (int i = 0; i < freqs * channels; i++) {
                    map.data()[at + i] = (float) random.nextGaussian();
                }
            }
        }
        return map;
    }

    static Tensor tensor(int rows, int cols, ElementType type, Random random, Arena arena) {
        MemorySegment data = arena.allocate((long) rows * cols * type.bytes(), 8);
        for (long i = 0; i < (long) rows * cols; i++) {
            float value = (float) random.nextGaussian();
            switch (type) {
                case F32 -> data.set(Weight.F32.VALUE, i * 4, value);
                case BF16 ->
                        data.set(
                                Tensor.SHORT,
                                i * 2,
                                (short) (Float.floatToRawIntBits(value) >>> 16));
                case F16 -> data.set(Tensor.SHORT, i * 2, Float.floatToFloat16(value));
            }
        }
        return new Tensor("random numbers", type, List.of(rows, cols), data);
    }

    static Weight weight(int rows, int cols, Packing packing, Random random, Arena arena) {
        ElementType type = packing == Packing.BF16 ? ElementType.BF16 : ElementType.F32;
        Tensor tensor = tensor(rows, cols, type, random, arena);
        try {
            MemorySegment into = arena.allocate(packing.bytes(rows, cols), 64);
            return Panels.pack(packing, List.of(tensor), null, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
