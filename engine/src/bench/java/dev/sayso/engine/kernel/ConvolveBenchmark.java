package dev.sayso.engine.kernel;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The stem's second convolution, a third of the encoder: 480 channels to 480 over eight chunks of
/// 50 x 64, with its GELU. Operations a call: 2 · 8 · 800 · 480 · 4320.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0",
            "-XX:+UseSerialGC"
        })
public class ConvolveBenchmark {

    @Param({"1", "2"})
    public int threads;

    private Arena arena = Arena.global();
    private VectorKernels kernels = new VectorKernels(1);
    private Weight weight = BenchData.weight("1x1", Packing.BF16, arena);
    private final float[] bias = BenchData.floats(480);
    private final FeatureMap x = BenchData.map(8, 50, 64, 480);
    private final FeatureMap y = new FeatureMap(8, 25, 32, 480);

    @Setup(Level.Trial)
    public void prepare() {
        arena = Arena.ofShared();
        kernels = new VectorKernels(threads);
        weight = BenchData.weight("480x4320", Packing.BF16, arena);
    }

    @TearDown(Level.Trial)
    public void free() {
        kernels.close();
        arena.close();
    }

    @Benchmark
    public FeatureMap conv2() {
        kernels.convolve(x, weight, bias, y);
        return y;
    }
}
