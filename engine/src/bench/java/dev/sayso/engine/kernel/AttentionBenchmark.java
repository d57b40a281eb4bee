package dev.sayso.engine.kernel;

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

/// Attention at the 0.6B model's sizes.
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
public class AttentionBenchmark {

    private static final int PAST = 600;
    private static final int HEAD = 128;

    @Param({"1", "2"})
    public int threads;

    private VectorKernels kernels = new VectorKernels(1);

    private final Matrix encoder = BenchData.matrix(143, 3 * 896);
    private final Matrix encoded = new Matrix(143, 896);
    private final Matrix prompt = BenchData.matrix(PAST, 32 * HEAD);
    private final Matrix read = new Matrix(PAST, 16 * HEAD);
    private final Matrix step = BenchData.matrix(1, 32 * HEAD);
    private final Matrix stepped = new Matrix(1, 16 * HEAD);
    private final KeyValues past = new KeyValues(8, HEAD);

    @Setup(Level.Trial)
    public void prepare() {
        kernels = new VectorKernels(threads);
        past.reserve(PAST);
        kernels.remember(prompt, 16 * HEAD, 24 * HEAD, past);
    }

    @TearDown(Level.Trial)
    public void free() {
        kernels.close();
    }

    /// 11 s in windows of 104 tokens, 14 heads of 64.
    @Benchmark
    public Matrix windows() {
        kernels.windowedAttention(encoder, 14, 104, encoded);
        return encoded;
    }

    /// A prompt of 600 positions, 16 heads of 128 over 8.
    @Benchmark
    public Matrix prefill() {
        kernels.causalAttention(prompt, 16, past, read);
        return read;
    }

    /// One more position after 600.
    @Benchmark
    public Matrix step() {
        kernels.causalAttention(step, 16, past, stepped);
        return stepped;
    }
}
