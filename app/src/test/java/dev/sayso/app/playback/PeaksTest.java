package dev.sayso.app.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeaksTest {

    private static final long SEED = 7;

    private static Pcm noise(int length) {
        Random random = new Random(SEED);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = random.nextFloat(-1, 1);
        }
        return Pcm.of(samples);
    }

    @Test
    void columnsThatCoverWholeStretchesAreExact() {
        Pcm sound = noise(64 * 1024);
        for (int width : new int[] {1, 16, 256, 1024, 4096, 16_384}) {
            int count = sound.length() / width;
            Peaks.Columns columns = Peaks.of(sound, count);
            for (int i = 0; i < count; i++) {
                float low = 2;
                float high = -2;
                for (int k = i * width; k < (i + 1) * width; k++) {
                    low = Math.min(low, sound.at(k));
                    high = Math.max(high, sound.at(k));
                }
                assertThat(columns.low(i)).as("low %d of %d", i, width).isEqualTo(low);
                assertThat(columns.high(i)).as("high %d of %d", i, width).isEqualTo(high);
            }
        }
    }

    @Test
    void noPeakIsMissedAtAnyScale() {
        float[] samples = new float[300_001];
        samples[123_457] = 1;
        samples[300_000] = -1;
        Peaks peaks = Peaks.of(Pcm.of(samples));
        for (int count : new int[] {1, 3, 100, 777, 5_000, 200_000}) {
            Peaks.Columns columns = peaks.columns(0, samples.length, count);
            float high = 0;
            float low = 0;
            for (int i = 0; i < count; i++) {
                high = Math.max(high, columns.high(i));
                low = Math.min(low, columns.low(i));
            }
            assertThat(high).as("%d columns", count).isEqualTo(1);
            assertThat(low).as("%d columns", count).isEqualTo(-1);
        }
    }

    @Test
    void beyondTheSoundIsSilence() {
        Peaks peaks = Peaks.of(noise(1_000));
        Peaks.Columns columns = peaks.columns(-1_000, 2_000, 3);
        assertThat(columns.high(0)).isZero();
        assertThat(columns.high(1)).isPositive();
        assertThat(columns.high(2)).isZero();
        assertThat(Peaks.of(Pcm.of(new float[0]), 4).high(3)).isZero();
    }
}
