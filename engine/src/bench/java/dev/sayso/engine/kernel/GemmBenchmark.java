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

/// Many rows times a weight, as in the encoder and in a prefill: bound by multiply-adds.
///
/// Operations a call: 2 · rows · outputs · inputs.
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
public class GemmBenchmark {

    /// Decoder layers, then encoder layers of the 0.6B model.
    @Param({"4096x1024", "1024x2048", "6144x1024", "1024x3072", "896x896", "3584x896", "896x3584"})
    public String shape = "";

    /// A short prefill, the encoder on 11 s, a prefill's block.
    @Param({"16", "143", "562"})
    public int rows;

    @Param({"BF16", "INT8"})
    public Packing packing = Packing.BF16;

    @Param({"1", "2"})
    public int threads;

    private Arena arena = Arena.global();
    private VectorKernels kernels = new VectorKernels(1);
    private Weight weight = BenchData.weight("1x1", Packing.F32, arena);
    private Matrix x = new Matrix(1, 1);
    private Matrix y = new Matrix(1, 1);

    @Setup(Level.Trial)
    public void prepare() {
        arena = Arena.ofShared();
        kernels = new VectorKernels(threads);
        weight = BenchData.weight(shape, packing, arena);
        x = BenchData.matrix(rows, weight.cols());
        y = new Matrix(rows, weight.rows());
    }

    @TearDown(Level.Trial)
    public void free() {
        kernels.close();
        arena.close();
    }

    @Benchmark
    public Matrix linear() {
        kernels.linear(x, weight, null, y);
        return y;
    }
}
