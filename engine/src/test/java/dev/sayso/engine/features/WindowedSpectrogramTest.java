package dev.sayso.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.VectorKernels;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowedSpectrogramTest {

    private static final String LONG = "08-long-with-pauses";

    @Test
    void aSoundOfOneWindowHasTheSpectrogramOfTheWholeSound() throws Exception {
        try (Kernels kernels = new VectorKernels(1);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            LogMel logMel = new LogMel(128, kernels, checkpoint);
            WindowedSpectrogram windowed = new WindowedSpectrogram(logMel, 800, true);
            for (int samples : new int[] {160, 199, 200, 201, 400, 16_000, 16_159, 127_999}) {
                Pcm sound = StarterModel.sample(LONG).slice(0, samples);
                windowed.restart();
                windowed.take(sound);
                assertThat(windowed.window(0).frames().data())
                        .as("%d samples", samples)
                        .isEqualTo(logMel.extract(sound).frames().data());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keptFramesAreThoseThatWouldBeTransformedAgain(long seed) throws Exception {
        Random random = new Random(seed);
        try (Kernels kernels = new VectorKernels(1);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            LogMel logMel = new LogMel(128, kernels, checkpoint);
            WindowedSpectrogram kept = new WindowedSpectrogram(logMel, 300, true);
            WindowedSpectrogram afresh = new WindowedSpectrogram(logMel, 300, false);
            Pcm all = StarterModel.sample(LONG);
            int length = 160;
            while (length < 12 * Pcm.RATE) {
                Pcm sound = all.slice(0, length);
                kept.take(sound);
                afresh.take(sound);
                int last = (kept.length() - 1) / 300;
                for (int window = Math.max(0, last - 1); window <= last; window++) {
                    assertThat(kept.window(window).frames().data())
                            .as("seed %d, %d samples, window %d", seed, length, window)
                            .isEqualTo(afresh.window(window).frames().data());
                }
                // the end of an utterance may lie before what was heard
                boolean shorter = random.nextInt(5) == 0;
                length += shorter ? -Math.min(length - 160, 9_000) : random.nextInt(40_000);
            }
            assertThat(kept.transformed()).isLessThan(afresh.transformed());
        }
    }

    @Test
    void eachFrameOfAGrowingWindowIsTransformedOnceButForTheLast() throws Exception {
        try (Kernels kernels = new VectorKernels(1);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            LogMel logMel = new LogMel(128, kernels, checkpoint);
            WindowedSpectrogram windowed = new WindowedSpectrogram(logMel, 800, true);
            Pcm all = StarterModel.sample(LONG);
            for (int seconds = 1; seconds <= 8; seconds++) {
                windowed.take(all.slice(0, seconds * Pcm.RATE));
                windowed.window(0);
            }
            // a second is 100 frames, of which the last two see mirrored samples
            assertThat(windowed.transformed()).isBetween(800L, 800L + 7 * 2);
        }
    }
}
