package dev.sayso.engine.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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

/// One row times a weight, as in a decoder's step: bound by reading the weight.
///
/// A step reads all layers once, so each call takes the next of several copies: together they are
/// more than the caches hold. Bytes read a call: outputs · inputs times
/// 2 (bf16) or 1 1/16 (int8).
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
public class GemvBenchmark {

    private static final long BYTES_OF_COPIES = 256L << 20;

    /// Decoder layers and head of the 0.6B model.
    @Param({"4096x1024", "1024x2048", "6144x1024", "1024x3072", "151936x1024"})
    public String shape = "";

    @Param({"BF16", "INT8"})
    public Packing packing = Packing.BF16;

    @Param({"1", "2"})
    public int threads;

    private Arena arena = Arena.global();
    private VectorKernels kernels = new VectorKernels(1);
    private Weight[] copies = {};
    private Matrix x = new Matrix(1, 1);
    private Matrix y = new Matrix(1, 1);
    private int next;

    @Setup(Level.Trial)
    public void prepare() {
        arena = Arena.ofShared();
        kernels = new VectorKernels(threads);
        Weight first = BenchData.weight(shape, packing, arena);
        copies = new Weight[Math.toIntExact(1 + BYTES_OF_COPIES / first.data().byteSize())];
        for (int i = 0; i < copies.length; i++) {
            MemorySegment data = arena.allocate(first.data().byteSize(), 64);
            data.copyFrom(first.data());
            copies[i] =
                    packing == Packing.INT8
                            ? new Weight.Int8(first.rows(), first.cols(), data)
                            : new Weight.Bf16(first.rows(), first.cols(), data);
        }
        x = BenchData.matrix(1, first.cols());
        y = new Matrix(1, first.rows());
    }

    @TearDown(Level.Trial)
    public void free() {
        kernels.close();
        arena.close();
    }

    @Benchmark
    public Matrix linear() {
        next = (next + 1) % copies.length;
        kernels.linear(x, copies[next], null, y);
        return y;
    }
}
