package dev.sayso.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.kernel.ScalarKernels;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class LogMelTest {

    @Test
    void aToneIsLoudestInItsFilterAndTheRestIsAtTheFloor() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            LogMel logMel = new LogMel(128, new ScalarKernels(), n -> arena.allocate(n, 64));
            float[] tone = new float[8_000];
            for (int i = 0; i < tone.length; i++) {
                tone[i] = (float) Math.sin(2 * Math.PI * 1_000 * i / Pcm.RATE);
            }
            MelSpectrogram mel = logMel.extract(Pcm.of(tone));
            assertThat(mel.length()).isEqualTo(50);
            int loudest = 0;
            float least = Float.MAX_VALUE;
            for (int bin = 0; bin < 128; bin++) {
                loudest = mel.frames().at(25, bin) > mel.frames().at(25, loudest) ? bin : loudest;
                least = Math.min(least, mel.frames().at(25, bin));
            }
            // 1 kHz is mel 15 of 45.2456 at 8 kHz: between filters 41 and 42
            assertThat(loudest).isBetween(41, 42);
            float range = mel.frames().at(25, loudest) - least;
            assertThat((double) range).isCloseTo(2, within(1e-3));
        }
    }

    @Test
    void wideFiltersHaveUnitArea() {
        float[][] bank = MelFilters.make(128, 201, 16_000);
        for (int m = 100; m < 128; m++) {
            double area = 0;
            for (float value : bank[m]) {
                area += value * 40;
            }
            // sampled every 40 Hz only: narrower filters miss their peaks
            assertThat(area).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void soundShorterThanAHopIsTheCallersMistake() {
        try (Arena arena = Arena.ofConfined()) {
            LogMel logMel = new LogMel(128, new ScalarKernels(), n -> arena.allocate(n, 64));
            assertThatThrownBy(() -> logMel.extract(Pcm.of(new float[159])))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void soundShorterThanTheReflectionIsReadAsFarAsItGoes() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            LogMel logMel = new LogMel(128, new ScalarKernels(), n -> arena.allocate(n, 64));
            float[] click = new float[160];
            click[80] = 1;
            MelSpectrogram mel = logMel.extract(Pcm.of(click));
            assertThat(mel.length()).isEqualTo(1);
            assertThat(mel.frames().data()).doesNotContain(Float.NaN);
        }
    }
}
