package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tones have known samples at every rate, so the result is compared with what it should be.
class ResamplerTest {

    /// Output samples at either end where the silence before and after still shows.
    private static final int EDGE = 170;

    private static final int MEASURED = 3200;

    @ParameterizedTest
    @ValueSource(
            ints = {
                8000, 11025, 12000, 22050, 24000, 32000, 44100, 48000, 96000, 192000, 44101, 7919
            })
    void passesTonesUnchangedAndInPlace(int rate) {
        double highest = 0.925 * Math.min(8000, rate / 2.0);
        for (double share : new double[] {0.001, 0.1, 0.33, 0.5, 0.71, 0.875, 0.97, 1}) {
            double frequency = share * highest;
            float[] expected = Sounds.tone(frequency, Pcm.RATE, MEASURED + 2 * EDGE);
            float[] result = resample(frequency, rate);
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= result[i];
            }
            // gain, phase, images and noise all at once; 0.1 dB of gain alone would be -39 dB
            assertThat(relative(expected)).as("%.0f Hz at %d Hz", frequency, rate).isLessThan(-85);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {22050, 24000, 32000, 44100, 48000, 96000, 192000, 44101})
    void removesWhatCouldFoldBack(int rate) {
        double highest = rate / 2.0 - 1;
        for (double frequency : new double[] {8000, 8050, 8200, 8600, 9000, 10000, 10900}) {
            assertThat(relative(resample(frequency, rate)))
                    .as("%.0f Hz at %d Hz", frequency, rate)
                    .isLessThan(-90);
        }
        for (double share : new double[] {0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1}) {
            double frequency = 8000 + share * (highest - 8000);
            assertThat(relative(resample(frequency, rate)))
                    .as("%.0f Hz at %d Hz", frequency, rate)
                    .isLessThan(-90);
        }
    }

    @Test
    void fadesOutBetween() {
        assertThat(relative(resample(7700, 48000))).isBetween(-7.0, -5.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3000, 8000, 11025, 16000, 16001, 24000, 44100, 48000, 767999})
    void blocksGiveTheSameAsAllAtOnce(int rate) {
        Random random = new Random(rate);
        float[] samples = Sounds.noise(random, rate == 1 ? 3 : 5000, 1);
        float[] atOnce = Sounds.array(Resampler.all(samples, rate));

        float[] inBlocks = new float[atOnce.length + 100];
        Resampler resampler = Resampler.from(rate);
        int got = 0;
        for (int at = 0; at < samples.length; ) {
            int block = Math.min(1 + random.nextInt(700), samples.length - at);
            resampler.push(samples, at, block);
            at += block;
            got += resampler.pull(inBlocks, got, random.nextInt(inBlocks.length - got));
        }
        resampler.end();
        for (int n = 1; n > 0; got += n) {
            n = resampler.pull(inBlocks, got, Math.min(97, inBlocks.length - got));
        }

        assertThat(Arrays.copyOf(inBlocks, got)).isEqualTo(atOnce);
    }

    @Test
    void sameRatePassesEveryBit() {
        float[] odd = {-0f, Float.MIN_VALUE, 1e30f, -1, 0.1f};

        float[] result = Sounds.array(Resampler.all(odd, 16000));

        for (int i = 0; i < odd.length; i++) {
            assertThat(Float.floatToRawIntBits(result[i]))
                    .isEqualTo(Float.floatToRawIntBits(odd[i]));
        }
    }

    @Test
    void everyOutputInstantWithinTheSoundIsThere() {
        for (int rate : new int[] {8000, 11025, 16000, 44100, 48000, 12347}) {
            for (int length : new int[] {0, 1, 2, 3, 100, 441, 442, 4096}) {
                assertThat(Resampler.all(new float[length], rate).length())
                        .isEqualTo((int) Math.ceil(length * 16000.0 / rate));
            }
        }
    }

    @Test
    void aConstantStaysTheSameConstant() {
        for (int rate : new int[] {8000, 44100, 44101, 192000}) {
            float[] ones = new float[rate / 5];
            Arrays.fill(ones, 1);
            float[] result = Sounds.array(Resampler.all(ones, rate));
            for (int i = EDGE; i < result.length - EDGE; i++) {
                assertThat(Math.abs(result[i] - 1)).isLessThan(2e-6f);
            }
        }
    }

    @Test
    void waitsForNoMoreThanSixMilliseconds() {
        Resampler resampler = Resampler.from(48000);
        float[] result = new float[1600];

        resampler.push(new float[4800], 0, 4800);

        assertThat(resampler.pull(result, 0, 1600)).isGreaterThan(1600 - 96);
    }

    @Test
    void refusesRatesThatMakeNoSense() {
        for (int rate : new int[] {0, -1, 768_001}) {
            assertThatThrownBy(() -> Resampler.from(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + rate);
        }
    }

    @Test
    void refusesSamplesAfterTheEnd() {
        Resampler resampler = Resampler.from(48000);
        resampler.end();

        assertThatThrownBy(() -> resampler.push(new float[1], 0, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    private static float[] resample(double frequency, int rate) {
        int length = (int) ((MEASURED + 2L * EDGE) * rate / Pcm.RATE);
        float[] result = new float[MEASURED + 2 * EDGE];
        Pcm pcm = Resampler.all(Sounds.tone(frequency, rate, length), rate);
        pcm.slice(0, Math.min(result.length, pcm.length())).copyTo(result, 0);
        return result;
    }

    /// The middle's level relative to a tone of full scale, in dB.
    private static double relative(float[] samples) {
        double rms = Sounds.rms(samples, EDGE, EDGE + MEASURED - 2);
        return 20 * Math.log10(rms * Math.sqrt(2));
    }
}
