package dev.sayso.app.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.engine.audio.Pcm;
import org.junit.jupiter.api.Test;

class DeviceLineTest {

    @Test
    void threeTimesTheRateHasTheSameTone() {
        float[] samples = new float[1_600];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = tone((double) i / Pcm.RATE);
        }
        Pcm sound = Pcm.of(samples);
        Oversampling oversampling = new Oversampling(3);
        for (int i = 100; i < 1_500; i++) {
            for (int phase = 0; phase < 3; phase++) {
                assertThat(oversampling.at(sound, i, phase))
                        .isCloseTo(tone((i + phase / 3.0) / Pcm.RATE), within(0.005f));
            }
        }
    }

    private static float tone(double seconds) {
        return (float) (0.5 * Math.sin(2 * Math.PI * 3_000 * seconds));
    }

    @Test
    void theEndsOfASoundAreNotReadBeyond() {
        Pcm sound = Pcm.of(new float[] {1});
        Oversampling oversampling = new Oversampling(3);
        assertThat(oversampling.at(sound, 0, 0)).isEqualTo(1);
        assertThat(oversampling.at(sound, 0, 1)).isBetween(0.5f, 1f);
    }
}
