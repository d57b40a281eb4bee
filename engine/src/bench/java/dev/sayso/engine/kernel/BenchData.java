package dev.sayso.engine.kernel;

import java.lang.foreign.Arena;
import java.util.Random;

/// Seeded inputs of benchmarks.
final class BenchData {

    private static final Random RANDOM = new Random(1);

    private BenchData() {}

    /// A weight of random numbers.
    ///
    /// @param shape `outputs x inputs`
    static Weight weight(String shape, Packing packing, Arena arena) {
        int[] sizes = sizes(shape);
        return RandomNumbers.weight(sizes[0], sizes[1], packing, RANDOM, arena);
    }

    private static int[] sizes(String shape) {
        String[] words = shape.split("x", 2);
        return new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])};
    }

    static Matrix matrix(int rows, int cols) {
        return RandomNumbers.matrix(rows, cols, RANDOM);
    }

    static FeatureMap map(int chunks, int times, int freqs, int channels) {
        return RandomNumbers.map(chunks, times, freqs, channels, RANDOM);
    }

    static float[] floats(int count) {
        return RandomNumbers.floats(count, RANDOM);
    }
}
