package dev.sayso.engine.decoder;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.VectorKernels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/// A decoder's step, with the machine to itself and with one core taken by another process.
///
/// Losing one of two cores should cost no more than having had one core only, and a little for
/// sharing: the busy row may be 2.2 times the quiet one at most. A team that waits for a thread
/// that is not running is many times slower.
///
/// The other process is an endless loop of the shell, held to core 1 by `taskset` (Linux).
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0",
            "-XX:+UseSerialGC"
        })
public class StepBenchmark {

    private static final int PAST = 150;
    private static final int ROOM = 32;
    private static final int TOKEN = 5;

    /// A model's folder; `-p model=FOLDER` for a large one.
    @Param("starter-model")
    public String model = "";

    @Param({"false", "true"})
    public boolean eightBit;

    @Param("2")
    public int threads;

    /// Whether another process computes on core 1.
    @Param({"false", "true"})
    public boolean busy;

    private @Nullable Checkpoint checkpoint;
    private @Nullable Kernels kernels;
    private @Nullable TextDecoder decoder;
    private @Nullable KvCache cache;
    private @Nullable Process other;

    @Setup(Level.Trial)
    public void prepare() throws IOException, InterruptedException {
        checkpoint = Checkpoint.open(Path.of(model));
        kernels = new VectorKernels(threads);
        decoder = TextDecoder.of(checkpoint, eightBit, kernels);
        cache = decoder.newCache();
        cache.reserve(PAST + ROOM);
        for (int i = 0; i < PAST; i++) {
            decoder.step(TOKEN, cache);
        }
        if (busy) {
            other =
                    new ProcessBuilder("taskset", "-c", "1", "sh", "-c", "while :; do :; done")
                            .inheritIO()
                            .start();
        }
    }

    @TearDown(Level.Trial)
    public void free() {
        if (other != null) {
            other.destroyForcibly();
        }
        if (kernels != null) {
            kernels.close();
        }
        if (checkpoint != null) {
            checkpoint.close();
        }
    }

    @Benchmark
    public int step() throws InterruptedException {
        if (decoder == null || cache == null) {
            throw new IllegalStateException("not prepared");
        }
        if (cache.length() == PAST + ROOM) {
            cache.truncate(PAST);
        }
        return decoder.step(TOKEN, cache);
    }
}
