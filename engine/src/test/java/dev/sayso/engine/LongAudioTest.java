package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongAudioTest {

    private static final Duration LONGEST = Duration.ofSeconds(100);

    @Test
    void nothingGivesNoStretch() {
        assertThat(LongAudio.cut(Pcm.of(new float[0]), Hints.none(), LONGEST)).isEmpty();
    }

    @Test
    void withoutCuttingOneStretchIsAllOfIt() {
        List<Stretch> stretches = LongAudio.cut(noise(50), Hints.none(), LONGEST);
        assertThat(stretches).hasSize(1);
        assertThat(stretches.getFirst().audio().seconds()).isEqualTo(50);
        assertThat(stretches.getFirst().end()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void whatTheModelCantTakeAtOnceIsCutAnyway() {
        for (Hints hints :
                List.of(Hints.none(), Hints.none().withStretch(Duration.ofSeconds(200)))) {
            List<Stretch> stretches = LongAudio.cut(noise(350), hints, LONGEST);
            assertThat(stretches).hasSizeGreaterThan(3);
            check(stretches, 350);
        }
    }

    @Test
    void stretchesOfTheWantedLengthAddUp() {
        Hints hints = Hints.none().withStretch(Duration.ofSeconds(20));
        List<Stretch> stretches = LongAudio.cut(noise(170), hints, LONGEST);
        assertThat(stretches).hasSizeBetween(7, 9);
        check(stretches, 170);
    }

    private static void check(List<Stretch> stretches, int seconds) {
        Duration end = Duration.ZERO;
        int samples = 0;
        for (Stretch stretch : stretches) {
            assertThat(stretch.start()).isEqualTo(end);
            assertThat(stretch.audio().duration()).isLessThanOrEqualTo(LONGEST);
            end = stretch.end();
            samples += stretch.audio().length();
        }
        assertThat(end).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(samples).isEqualTo(seconds * Pcm.RATE);
    }

    @Test
    void skippedSilenceLeavesTheTimesOfTheRecording() {
        float[] samples = new float[20 * Pcm.RATE];
        Random random = new Random(1);
        for (int i = 15 * Pcm.RATE; i < 17 * Pcm.RATE; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        Hints hints = Hints.none().withSkipSilence(true);
        List<Stretch> stretches = LongAudio.cut(Pcm.of(samples), hints, LONGEST);
        assertThat(stretches).hasSize(1);
        assertThat(stretches.getFirst().audio().seconds()).isBetween(2.0, 6.0);
        assertThat(stretches.getFirst().end()).isGreaterThan(Duration.ofSeconds(16));
    }

    private static Pcm noise(int seconds) {
        Random random = new Random(seconds);
        float[] samples = new float[seconds * Pcm.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        return Pcm.of(samples);
    }
}
