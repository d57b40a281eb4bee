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

/// Norms and activations, on as many rows as 11 s of sound have tokens. GELU is the end of a linear
/// layer, here of one with a single input, which is in the time.
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
public class RowsBenchmark {

    private static final int ROWS = 143;

    @Param({"1", "2"})
    public int threads;

    private VectorKernels kernels = new VectorKernels(1);

    private final Matrix narrow = BenchData.matrix(ROWS, 1024);
    private final Matrix normed = new Matrix(ROWS, 1024);
    private final float[] weight = BenchData.floats(1024);
    private final float[] bias = BenchData.floats(1024);
    private final Matrix single = BenchData.matrix(ROWS, 1);
    private final Weight column = BenchData.weight("3584x1", Packing.F32, Arena.ofAuto());
    private final Matrix activated = new Matrix(ROWS, 3584);
    private final Matrix gateUp = BenchData.matrix(ROWS, 6144);
    private final Matrix gated = new Matrix(ROWS, 3072);

    @Setup(Level.Trial)
    public void prepare() {
        kernels = new VectorKernels(threads);
    }

    @TearDown(Level.Trial)
    public void free() {
        kernels.close();
    }

    @Benchmark
    public Matrix layerNorm() {
        kernels.layerNorm(narrow, weight, bias, 1e-5f, normed);
        return normed;
    }

    @Benchmark
    public Matrix rmsNorm() {
        kernels.rmsNorm(narrow, weight, 1e-6f, normed);
        return normed;
    }

    @Benchmark
    public Matrix gelu() {
        kernels.geluLinear(single, column, null, activated);
        return activated;
    }

    @Benchmark
    public Matrix swiGlu() {
        kernels.swiGlu(gateUp, gated);
        return gated;
    }
}
