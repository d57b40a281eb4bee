package dev.sayso.engine.features;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.kernel.VectorKernels;
import java.lang.foreign.Arena;
import java.util.Random;
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

/// The log-mel spectrogram of 11 s.
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
public class LogMelBenchmark {

    @Param({"1", "2"})
    public int threads;

    private Arena arena = Arena.global();
    private VectorKernels kernels = new VectorKernels(1);
    private LogMel logMel = new LogMel(128, kernels, bytes -> arena.allocate(bytes, 64));
    private final Pcm sound = noise();

    private static Pcm noise() {
        Random random = new Random(1);
        float[] samples = new float[11 * Pcm.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() / 10;
        }
        return Pcm.of(samples);
    }

    @Setup(Level.Trial)
    public void prepare() {
        arena = Arena.ofShared();
        kernels = new VectorKernels(threads);
        logMel = new LogMel(128, kernels, bytes -> arena.allocate(bytes, 64));
    }

    @TearDown(Level.Trial)
    public void free() {
        kernels.close();
        arena.close();
    }

    @Benchmark
    public MelSpectrogram extract() throws InterruptedException {
        return logMel.extract(sound);
    }
}
