package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [FrameAnalysis] finds in sounds whose nature is known.
class FrameFeaturesTest {

    private record Frame(float activity, float periodicity, float steadiness) {}

    private final SplittableRandom random = new SplittableRandom(3);

    private static List<Frame> frames(float[] sound) {
        List<Frame> frames = new ArrayList<>();
        FrameAnalysis analysis = new FrameAnalysis((a, p, s) -> frames.add(new Frame(a, p, s)));
        analysis.accept(sound, 0, sound.length);
        analysis.finish();
        return frames;
    }

    /// Frames 200 to 240 of what begins after 2 s of faint noise and lasts for 1 s.
    private List<Frame> middleOf(float[] sound, double level) {
        float[] mixed = GeneratedSounds.white(random, 3 * Pcm.RATE);
        GeneratedSounds.scaled(mixed, 1e-3);
        for (int i = 0; i < Pcm.RATE; i++) {
            mixed[2 * Pcm.RATE + i] += (float) level * sound[i];
        }
        return frames(mixed).subList(220, 260);
    }

    private static double median(List<Frame> frames, ToDoubleFunction<Frame> feature) {
        double[] sorted = frames.stream().mapToDouble(feature).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// Harmonics that fall by 6 dB an octave, with a pitch that rises by a part of itself a second.
    private static float[] voice(double pitch, double rise) {
        float[] sound = new float[Pcm.RATE];
        double phase = 0;
        for (int i = 0; i < sound.length; i++) {
            phase += 2 * Math.PI * pitch * (1 + rise * i / Pcm.RATE) / Pcm.RATE;
            for (int h = 1; h * pitch < 4000; h++) {
                sound[i] += (float) (Math.sin(h * phase) / h);
            }
        }
        return sound;
    }

    @Test
    void thereIsOneFrameForEachTenMilliseconds() {
        for (int length : new int[] {0, 1, 159, 160, 161, 1600, 16_001}) {
            int hops = (length + 159) / 160;
            assertThat(frames(new float[length]).size()).as("%d", length).isBetween(hops, hops + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {75, 120, 250, 390})
    void aVoiceIsActivePeriodicAndMoves(double pitch) {
        List<Frame> frames = middleOf(voice(pitch, 0.5), 0.05);

        assertThat(median(frames, Frame::activity)).isGreaterThan(0.3);
        assertThat(median(frames, Frame::periodicity)).isGreaterThan(0.8);
        assertThat(median(frames, Frame::steadiness)).isLessThan(0.6);
    }

    @Test
    void aHeldChordIsPeriodicAndSteady() {
        List<Frame> frames = middleOf(voice(220, 0), 0.05);

        assertThat(median(frames, Frame::periodicity)).isGreaterThan(0.8);
        assertThat(median(frames, Frame::steadiness)).isGreaterThan(0.8);
    }

    @Test
    void suddenNoiseIsActiveButNotPeriodic() {
        List<Frame> frames = middleOf(GeneratedSounds.white(random, Pcm.RATE), 0.05);

        assertThat(median(frames, Frame::activity)).isGreaterThan(0.9);
        assertThat(median(frames, Frame::periodicity)).isLessThan(0.4);
        assertThat(median(frames, Frame::steadiness)).isLessThan(0.3);
    }

    @Test
    void noiseThatGoesOnIsNothing() {
        float[] sound = GeneratedSounds.scaled(GeneratedSounds.pink(random, 160_000), 0.05);
        for (Frame frame : frames(sound)) {
            assertThat(frame.activity()).isLessThan(0.05f);
            assertThat(frame.periodicity()).isLessThan(0.17f);
        }
    }

    @Test
    void aVoiceIsHeardOverAHum() {
        float[] sound = GeneratedSounds.scaled(GeneratedSounds.hum(random, 3 * 16_000, 50), 0.1);
        List<Frame> hum = frames(sound).subList(220, 260);
        float[] voice = voice(150, 0.5);
        for (int i = 0; i < voice.length; i++) {
            sound[2 * Pcm.RATE + i] += 0.05f * voice[i];
        }
        List<Frame> both = frames(sound).subList(220, 260);

        assertThat(median(hum, Frame::activity)).isLessThan(0.01);
        assertThat(median(hum, Frame::periodicity)).isLessThan(0.1);
        assertThat(median(both, Frame::activity)).isGreaterThan(0.1);
        assertThat(median(both, Frame::periodicity)).isGreaterThan(0.6);
    }

    @Test
    void theRoomThatStillSoundsIsNotActive() {
        float[] sound = voice(150, 0.5);
        float[] longer = Arrays.copyOf(sound, 2 * Pcm.RATE);
        for (int i = Pcm.RATE; i < longer.length; i++) {
            longer[i] = sound[i - Pcm.RATE] * 0.005f;
        }
        List<Frame> frames = frames(longer);

        assertThat(frames.get(90).activity()).isGreaterThan(0.1f);
        assertThat(frames.get(110).activity()).isZero();
    }

    @Test
    void whatIsNotANumberIsSilence() {
        float[] sound = GeneratedSounds.scaled(GeneratedSounds.white(random, 32_000), 0.01);
        float[] damaged = sound.clone();
        Arrays.fill(sound, 8000, 8100, 0);
        Arrays.fill(damaged, 8000, 8050, Float.NaN);
        Arrays.fill(damaged, 8050, 8100, Float.NEGATIVE_INFINITY);

        assertThat(frames(damaged)).isEqualTo(frames(sound));
    }
}
