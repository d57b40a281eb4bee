package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 1024})
    void agreesWithTheDefinition(int size) {
        float[] samples = Sounds.noise(new Random(size), size, 1);
        float[] real = new float[size / 2 + 1];
        float[] imaginary = new float[size / 2 + 1];

        new RealFft(size).transform(samples, real, imaginary);

        for (int k = 0; k <= size / 2; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < size; i++) {
                double angle = 2 * Math.PI * k * i / size;
                re += samples[i] * Math.cos(angle);
                im -= samples[i] * Math.sin(angle);
            }
            assertThat((double) real[k]).as("real %d", k).isCloseTo(re, within(1e-4 * size));
            assertThat((double) imaginary[k]).as("im %d", k).isCloseTo(im, within(1e-4 * size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 0, 2, 6, 1000})
    void refusesOtherSizes(int size) {
        assertThatThrownBy(() -> new RealFft(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(size));
    }

    @Test
    void knowsItsSize() {
        assertThat(new RealFft(512).size()).isEqualTo(512);
    }
}
