package dev.sayso.engine.audio;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Ten seconds of music over noise, of which every frame is analysed to the end.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpeechDetectorBenchmark {

    private final float[] sound = new float[10 * Pcm.RATE];

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        float[] music = GeneratedSounds.music(random, sound.length, 3);
        float[] noise = GeneratedSounds.pink(random, sound.length);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = 0.05f * music[i] + 0.005f * noise[i];
        }
    }

    @Benchmark
    public int detect() {
        return Segments.of(sound).size();
    }
}
