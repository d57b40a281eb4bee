package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerSpectrumTest {

    private final PowerSpectrum spectrum = new PowerSpectrum();
    private final float[] power = new float[PowerSpectrum.BINS];

    @Test
    void powerOfNoiseIsItsMeanSquare() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int piece = 0; piece < 200; piece++) {
            spectrum.of(GeneratedSounds.white(random, PowerSpectrum.WINDOW), power);
            for (float bin : power) {
                sum += bin;
            }
        }
        assertThat(sum / 200).isCloseTo(1, within(0.05));
    }

    @Test
    void aToneIsInItsBin() {
        spectrum.of(GeneratedSounds.tone(PowerSpectrum.WINDOW, 1000), power);

        int loudest = 0;
        for (int k = 0; k < power.length; k++) {
            loudest = power[k] > power[loudest] ? k : loudest;
        }
        assertThat(loudest).isEqualTo(PowerSpectrum.bin(1000)).isEqualTo(64);
    }

    @Test
    void bandsTouchAndReachFrom100HertzTo7600() {
        SpeechBands bands = new SpeechBands();
        assertThat(bands.start(0)).isEqualTo(PowerSpectrum.bin(100));
        for (int b = 1; b < SpeechBands.COUNT; b++) {
            assertThat(bands.start(b))
                    .isEqualTo(bands.end(b - 1))
                    .isGreaterThan(bands.start(b - 1));
        }
        assertThat(bands.end(SpeechBands.COUNT - 1)).isEqualTo(PowerSpectrum.bin(7600));
    }

    @Test
    void bandsHoldTheBinsBetweenTheirEdges() {
        SpeechBands bands = new SpeechBands();
        for (int k = 0; k < power.length; k++) {
            power[k] = 1;
        }
        float[] sums = new float[SpeechBands.COUNT];

        bands.sum(power, sums);

        assertThat(sums[3]).isEqualTo(bands.end(3) - bands.start(3));
        assertThat(SpeechBands.total(sums))
                .isEqualTo(PowerSpectrum.bin(7600) - PowerSpectrum.bin(100));
    }
}
