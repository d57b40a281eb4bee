package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SilenceCompactionTest {

    private static final int SECOND = Pcm.RATE;

    @Test
    void leavesSoundWithoutPausesAlone() {
        Pcm pcm = Pcm.of(Sounds.noise(new Random(1), 3 * SECOND + 77, .3f));

        CompactedSound compacted = SilenceCompaction.of(pcm);

        assertThat(compacted.pcm()).isSameAs(pcm);
        assertThat(compacted.kept()).containsExactly(new Span(0, pcm.length()));
    }

    @Test
    void keepsTheFirstSixHundredMillisecondsOfAPause() {
        Pcm pcm = bursts(new Random(2), 10 * SECOND, .3f, 0.0005f, 0, 2, 7, 10);

        CompactedSound compacted = SilenceCompaction.of(pcm);

        // 2 s of voice, 0.6 s of pause, 0.1 s before the voice, 3 s of voice; and smoothing
        assertThat(compacted.pcm().seconds()).isBetween(5.7, 6.1);
        assertThat(compacted.kept()).hasSize(2);
    }

    @Test
    void leavesHalfASecondOfNothing() {
        Pcm silence = Pcm.of(new float[5 * SECOND]);
        Pcm hiss = Pcm.of(Sounds.noise(new Random(3), 5 * SECOND, .004f));

        assertThat(SilenceCompaction.of(silence).kept()).containsExactly(new Span(0, 8000));
        assertThat(SilenceCompaction.of(hiss).kept()).containsExactly(new Span(0, 8000));
        assertThat(SilenceCompaction.of(Pcm.of(new float[99])).kept())
                .containsExactly(new Span(0, 99));
        assertThat(SilenceCompaction.of(Pcm.of(new float[0])).pcm().length()).isZero();
    }

    @Test
    void keepsFaintRecordings() {
        Pcm pcm = bursts(new Random(4), 8 * SECOND, .006f, 0.00005f, 0, 3, 6, 8);

        CompactedSound compacted = SilenceCompaction.of(pcm);

        assertThat(compacted.pcm().seconds()).isBetween(5.7, 6.2);
    }

    @Test
    void takesOutALoudHumBetweenLouderVoices() {
        float[] samples = Sounds.array(bursts(new Random(5), 10 * SECOND, .9f, 0, 0, 2, 8, 10));
        float[] hum = Sounds.tone(50, SECOND, samples.length);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = .9f * samples[i] + .04f * hum[i];
        }

        assertThat(SilenceCompaction.of(Pcm.of(samples)).pcm().seconds()).isBetween(4.7, 5.2);
    }

    @Test
    void joinsWithoutAClick() {
        // a hum under the threshold, cut out in the middle of its swing
        float[] samples =
                Sounds.array(bursts(new Random(6), 10 * SECOND, .3f, 0, 0, 2.01, 7.013, 10));
        float[] hum = Sounds.tone(97, SECOND, samples.length);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += .01f * hum[i];
        }

        CompactedSound compacted = SilenceCompaction.of(Pcm.of(samples));

        int joint = compacted.kept().getFirst().length();
        float[] result = Sounds.array(compacted.pcm());
        for (int i = joint - 300; i < joint + 300; i++) {
            assertThat(Math.abs(result[i] - result[i - 1])).isLessThan(.0015f);
        }
    }

    @Test
    void timesLeadBackToTheRecording() {
        var sound =
                new CompactedSound(
                        Pcm.of(new float[3 * SECOND]),
                        List.of(new Span(SECOND, 2 * SECOND), new Span(5 * SECOND, 7 * SECOND)));

        assertThat(sound.begins(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(sound.begins(Duration.ofMillis(999))).isEqualTo(Duration.ofMillis(1999));
        assertThat(sound.ends(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(2));
        assertThat(sound.begins(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(sound.ends(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(7));
        assertThat(sound.begins(Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(7));
    }

    @RepeatedTest(40)
    void noVoiceIsLostAndTimesAreTrue(RepetitionInfo run) {
        long seed = run.getCurrentRepetition();
        Random random = new Random(seed);
        int length = 5 * SECOND + random.nextInt(20 * SECOND);
        double[] edges = random.doubles(8, 0, (double) length / SECOND).sorted().toArray();
        for (int i = 0; i < edges.length; i += 2) {
            // a voice of at least 120 ms
            edges[i + 1] = Math.max(edges[i + 1], edges[i] + .12);
        }
        float level = .02f + .9f * random.nextFloat();
        Pcm pcm = bursts(random, length, level, level / 100, edges);

        CompactedSound compacted = SilenceCompaction.of(pcm);

        float[] result = Sounds.array(compacted.pcm());
        int at = 0;
        int end = 0;
        boolean[] kept = new boolean[length];
        for (Span piece : compacted.kept()) {
            assertThat(piece.start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
            end = piece.end();
            // every sample but the cross-fade's is where the map says
            float[] there = Sounds.array(piece.of(pcm));
            int same = Arrays.mismatch(result, at, at + piece.length(), there, 0, there.length);
            assertThat(same == -1 || same >= piece.length() - 160).as("seed %d", seed).isTrue();
            Arrays.fill(kept, piece.start(), piece.end(), true);
            at += piece.length();
        }
        assertThat(at).as("seed %d", seed).isEqualTo(result.length);
        int lost = 0;
        for (int i = 0; i < edges.length; i += 2) {
            int last = Math.min(length, (int) (edges[i + 1] * SECOND));
            for (int s = (int) (edges[i] * SECOND); s < last; s++) {
                lost += kept[s] ? 0 : 1;
            }
        }
        assertThat(lost).as("seed %d, samples of voice lost", seed).isZero();
        Duration before = Duration.ZERO;
        for (int ms = 0; ms <= result.length / 16; ms += 7) {
            Duration time = Duration.ofMillis(ms);
            assertThat(compacted.begins(time)).isGreaterThanOrEqualTo(compacted.ends(time));
            assertThat(compacted.ends(time)).isGreaterThanOrEqualTo(before);
            before = compacted.begins(time);
        }
        assertThat(before).isLessThanOrEqualTo(pcm.duration());
    }

    /// Noise at one level between each pair of times and at another elsewhere.
    private static Pcm bursts(
            Random random, int length, float level, float other, double... edges) {
        float[] samples = Sounds.noise(random, length, other);
        for (int i = 0; i < edges.length; i += 2) {
            int from = (int) (edges[i] * SECOND);
            int to = Math.min(length, (int) (edges[i + 1] * SECOND));
            for (int s = from; s < to; s++) {
                samples[s] = level * (2 * random.nextFloat() - 1);
            }
        }
        return Pcm.of(samples);
    }
}
