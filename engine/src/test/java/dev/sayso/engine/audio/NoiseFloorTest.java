package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.StarterModel;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseFloorTest {

    private final SplittableRandom random = new SplittableRandom(1);
    private final NoiseFloor floor = new NoiseFloor();
    private final FrameHistory history = new FrameHistory(new SpeechBands());

    /// Mean square of white noise that the floor stands for, in decibels.
    private double decibels() {
        double part = 7500 / 8000.0;
        return 10 * Math.log10(SpeechBands.total(floor.floor()) / part);
    }

    private void hear(double seconds, double noiseDecibels, float[] voice) {
        int length = (int) (seconds * Pcm.RATE);
        float[] sound = GeneratedSounds.white(random, length + PowerSpectrum.WINDOW);
        GeneratedSounds.scaled(sound, SpeechlessClip.decibels(noiseDecibels));
        for (int i = 0; i < Math.min(sound.length, voice.length); i++) {
            sound[i] += voice[i];
        }
        float[] window = new float[PowerSpectrum.WINDOW];
        for (int at = 0; at < length; at += FrameAnalysis.HOP) {
            System.arraycopy(sound, at, window, 0, window.length);
            history.add(window);
            floor.accept(history.bands(history.frames() - 1));
        }
    }

    @Test
    void isTheLevelOfSteadyNoise() {
        hear(3, -40, new float[0]);

        assertThat(decibels()).isBetween(-42.0, -39.0);
    }

    @Test
    void staysWhereItIsWhileSomebodySpeaks() throws IOException {
        float[] voice = Sounds.array(StarterModel.sample("05-known-male-voice"));
        hear(1, -50, new float[0]);
        hear(9, -50, voice);

        assertThat(decibels()).isBetween(-52.0, -47.0);
    }

    @Test
    void fallsAtOnce() {
        hear(2, -30, new float[0]);
        hear(0.5, -50, new float[0]);

        assertThat(decibels()).isBetween(-52.0, -44.0);
    }

    @Test
    void risesWhenTheQuietTimeIsForgotten() {
        hear(2, -60, new float[0]);
        hear(1, -35, new float[0]);
        assertThat(decibels()).isLessThan(-50);

        hear(2, -35, new float[0]);
        assertThat(decibels()).isBetween(-37.0, -33.0);
    }

    @Test
    void isNeverNothing() {
        hear(1, -200, new float[0]);

        for (float band : floor.floor()) {
            assertThat(band).isPositive();
        }
    }
}
