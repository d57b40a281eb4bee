package dev.sayso.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeamsTest {

    private static final int SECOND = Pcm.RATE;

    @Test
    void aShortUtteranceGoesOnHoweverQuietItGets() {
        float[] sound = speech(11);
        quieten(sound, 10 * SECOND, SECOND, 0);
        assertThat(Seams.find(Pcm.of(sound), 9 * SECOND)).isEmpty();
    }

    @Test
    void aLongOneEndsInTheMiddleOfAGap() {
        float[] sound = speech(14);
        int gap = 13 * SECOND;
        quieten(sound, gap, SECOND / 5, 0.01f);
        assertThat(Seams.find(Pcm.of(sound), 12 * SECOND).getAsInt())
                .isBetween(gap + SECOND / 20, gap + SECOND * 3 / 20);
    }

    @Test
    void whatARoundHasHeardIsNotCut() {
        float[] sound = speech(14);
        quieten(sound, 11 * SECOND, SECOND / 5, 0.01f);
        assertThat(Seams.find(Pcm.of(sound), 12 * SECOND)).isEmpty();
    }

    @Test
    void theLongerItLastsTheShallowerAGapWillDo() {
        float faint = 0.25f;
        float[] sound = speech(13);
        quieten(sound, 25 * SECOND / 2, SECOND / 5, faint);
        assertThat(Seams.find(Pcm.of(sound), 12 * SECOND)).isEmpty();
        sound = speech(19);
        quieten(sound, 37 * SECOND / 2, SECOND / 5, faint);
        assertThat(Seams.find(Pcm.of(sound), 18 * SECOND)).isPresent();
    }

    @Test
    void atTwentySecondsTheQuietestPlaceWillDo() {
        float[] sound = speech(20);
        assertThat(Seams.find(Pcm.of(sound), 18 * SECOND).getAsInt())
                .isBetween(18 * SECOND, 20 * SECOND);
    }

    private static float[] speech(int seconds) {
        Random random = new Random(seconds);
        float[] samples = new float[seconds * SECOND];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        return samples;
    }

    private static void quieten(float[] samples, int from, int count, float factor) {
        for (int i = from; i < from + count; i++) {
            samples[i] *= factor;
        }
    }
}
