package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No kernel fell off the compiler's cliff: vector code that is not inlined as it should be, or
/// whose vectors are boxed, still gives the right numbers, but ten to a thousand times slower.
///
/// No time decides. A kernel's is compared with that of a chain of multiply-adds in registers, both
/// the best of many short samples taken in turn, so that neither the machine's speed nor its load
/// matter; and it fails only when it takes six times as long as it should after seconds of trying.
@DisabledIfSystemProperty(
        named = "dev.sayso.vectorBits",
        matches = ".+",
        disabledReason = "speed is judged at the machine's own vector width")
class KernelSpeedSmokeTest {

    /// How many times slower than expected is a failure.
    private static final double CLIFF = 6;

    private static final long PATIENCE_NANOS = 6_000_000_000L;

    private static final Arena ARENA = Arena.ofShared();
    private static final VectorKernels VECTOR = new VectorKernels(1);
    private static final Random RANDOM = new Random(1);

    /// Keeps the compiler from leaving the chain out.
    private float found;

    @AfterAll
    static void free() {
        VECTOR.close();
        ARENA.close();
    }

    /// A kernel at a size that takes some hundred microseconds at most.
    ///
    /// @param megaflops that the chain of multiply-adds does in the time that this call takes;
    ///     measured with 256-bit vectors, bounds checks on
    record Hot(String name, double megaflops, Runnable call) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hot> kernels() {
        Matrix x1 = RandomNumbers.matrix(1, 256, RANDOM);
        Matrix x32 = RandomNumbers.matrix(32, 256, RANDOM);
        Matrix y1 = new Matrix(1, 256);
        Matrix y32 = new Matrix(32, 256);
        Weight bf16 = RandomNumbers.weight(256, 256, Packing.BF16, RANDOM, ARENA);
        Weight int8 = RandomNumbers.weight(256, 256, Packing.INT8, RANDOM, ARENA);
        Weight f32 = RandomNumbers.weight(256, 256, Packing.F32, RANDOM, ARENA);
        return Stream.concat(
                Stream.of(
                        new Hot("bf16, one row", 0.5, () -> VECTOR.linear(x1, bf16, null, y1)),
                        new Hot("int8, one row", 0.7, () -> VECTOR.linear(x1, int8, null, y1)),
                        new Hot("f32, one row", 0.35, () -> VECTOR.linear(x1, f32, null, y1)),
                        new Hot("bf16, many rows", 5, () -> VECTOR.linear(x32, bf16, null, y32)),
                        new Hot("int8, many rows", 5, () -> VECTOR.linear(x32, int8, null, y32)),
                        new Hot("f32, many rows", 5, () -> VECTOR.linear(x32, f32, null, y32)),
                        convolution(),
                        windows(),
                        prefill(),
                        step()),
                rows());
    }

    private static Stream<Hot> rows() {
        Matrix x = RandomNumbers.matrix(4, 1024, RANDOM);
        Matrix y = new Matrix(4, 1024);
        Matrix half = new Matrix(4, 512);
        float[] weight = RandomNumbers.floats(1024, RANDOM);
        Rotation rotation = new Rotation(128, 1e6);
        rotation.reserve(8);
        Matrix heads = RandomNumbers.matrix(4, 1024, RANDOM);
        // not those: normed over and over they shrink to denormal numbers, which some processors
        // handle a hundred times slower
        Matrix turned = RandomNumbers.matrix(4, 1024, RANDOM);
        float[] headWeight = RandomNumbers.floats(128, RANDOM);
        Matrix one = RandomNumbers.matrix(4, 1, RANDOM);
        Weight column = RandomNumbers.weight(1024, 1, Packing.F32, RANDOM, ARENA);
        return Stream.of(
                new Hot("layerNorm", 0.13, () -> VECTOR.layerNorm(x, weight, weight, 1e-5f, y)),
                new Hot("rmsNorm", 0.08, () -> VECTOR.rmsNorm(x, weight, 1e-6f, y)),
                new Hot("headNorm", 0.2, () -> VECTOR.headNorm(heads, 0, 8, headWeight, 1e-6f)),
                new Hot("rotate", 0.4, () -> VECTOR.rotate(turned, 0, 8, rotation, 3)),
                new Hot("gelu", 0.5, () -> VECTOR.geluLinear(one, column, null, y)),
                new Hot("swiGlu", 0.15, () -> VECTOR.swiGlu(x, half)));
    }

    private static Hot convolution() {
        FeatureMap x = RandomNumbers.map(1, 8, 16, 64, RANDOM);
        FeatureMap y = new FeatureMap(1, 4, 8, 64);
        Weight weight = RandomNumbers.weight(64, 9 * 64, Packing.BF16, RANDOM, ARENA);
        float[] bias = RandomNumbers.floats(64, RANDOM);
        return new Hot("convolution", 3.2, () -> VECTOR.convolve(x, weight, bias, y));
    }

    private static Hot windows() {
        Matrix qkv = RandomNumbers.matrix(104, 3 * 64, RANDOM);
        Matrix y = new Matrix(104, 64);
        return new Hot("attention, window", 6, () -> VECTOR.windowedAttention(qkv, 1, 104, y));
    }

    private static Hot prefill() {
        Matrix prompt = RandomNumbers.matrix(64, 4 * 128, RANDOM);
        Matrix y = new Matrix(64, 2 * 128);
        KeyValues past = remembered(prompt);
        return new Hot("attention, prefill", 6, () -> VECTOR.causalAttention(prompt, 2, past, y));
    }

    private static Hot step() {
        Matrix prompt = RandomNumbers.matrix(256, 4 * 128, RANDOM);
        Matrix q = RandomNumbers.matrix(1, 4 * 128, RANDOM);
        Matrix y = new Matrix(1, 2 * 128);
        KeyValues past = remembered(prompt);
        return new Hot("attention, step", 0.8, () -> VECTOR.causalAttention(q, 2, past, y));
    }

    /// One head's keys and values; its two queries come first in a row.
    private static KeyValues remembered(Matrix prompt) {
        KeyValues past = new KeyValues(1, 128);
        past.reserve(prompt.rows());
        VECTOR.remember(prompt, 2 * 128, 3 * 128, past);
        return past;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void noKernelIsCompiledBadly(Hot kernel) {
        double slower = timesSlower(kernel, PATIENCE_NANOS);
        assertThat(slower).as("%s: times slower than expected", kernel).isLessThan(CLIFF);
    }

    @Test
    void aSlowKernelIsFound() {
        Matrix x = RandomNumbers.matrix(32, 256, RANDOM);
        Matrix y = new Matrix(32, 256);
        Weight weight = RandomNumbers.weight(256, 256, Packing.F32, RANDOM, ARENA);
        ScalarKernels scalar = new ScalarKernels();
        Hot slow = new Hot("plain loops", 5, () -> scalar.linear(x, weight, null, y));
        assertThat(timesSlower(slow, PATIENCE_NANOS / 10)).isGreaterThan(CLIFF);
    }

    /// Samples until the kernel is as fast as it should be, or patience ends.
    private double timesSlower(Hot kernel, long patience) {
        double bestKernel = Double.POSITIVE_INFINITY;
        double bestFlop = Double.POSITIVE_INFINITY;
        int rounds = 10_000;
        long start = System.nanoTime();
        double slower = Double.POSITIVE_INFINITY;
        // a chain not yet compiled would flatter the kernel
        for (int i = 0; i < 300 || slower >= CLIFF; i++) {
            if (System.nanoTime() - start > patience) {
                break;
            }
            long from = System.nanoTime();
            kernel.call().run();
            long between = System.nanoTime();
            found += Limits.multiplyAdd(rounds);
            long to = System.nanoTime();
            bestKernel = Math.min(bestKernel, (double) between - from);
            bestFlop = Math.min(bestFlop, (to - between) / Limits.flops(rounds));
            slower = bestKernel / (bestFlop * 1e6 * kernel.megaflops());
        }
        assertThat(found).isFinite();
        return slower;
    }
}
