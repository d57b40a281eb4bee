package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// The specification itself is right: held against double precision.
class FormulasTest {

    @Test
    void expIsRightToSevenDigits() {
        for (float x = -87; x < 88; x += 0.0137f) {
            double exact = Math.exp(x);
            assertThat((double) Formulas.exp(x)).isCloseTo(exact, within(exact * 2e-7));
        }
    }

    @Test
    void expIsClampedOutside() {
        assertThat(Formulas.exp(-1e30f)).isPositive().isLessThan(2e-38f);
        assertThat(Formulas.exp(1e30f)).isFinite().isGreaterThan(1e38f);
        assertThat(Formulas.exp(0)).isEqualTo(1);
    }

    @Test
    void geluIsTheExactForm() {
        for (float x = -9; x < 9; x += 0.0113f) {
            assertThat((double) Formulas.gelu(x)).isCloseTo(x * normalCdf(x), within(1e-6));
        }
    }

    /// Φ(x) by Simpson's rule.
    private static double normalCdf(double x) {
        int steps = 2000;
        double h = x / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double density = Math.exp(-0.5 * (i * h) * (i * h));
            int weight = i == 0 || i == steps ? 1 : 2 + 2 * (i % 2);
            sum += weight * density;
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void siluIsXOverOnePlusExpOfMinusX() {
        for (float x = -30; x < 30; x += 0.0171f) {
            double exact = x / (1 + Math.exp(-x));
            assertThat((double) Formulas.silu(x)).isCloseTo(exact, within(3e-6));
        }
    }

    @Test
    void foldAddsUpAllParts() {
        float[] parts = new float[16];
        for (int i = 0; i < 16; i++) {
            parts[i] = 1 << i;
        }
        assertThat(Formulas.fold(parts)).isEqualTo(65_535);
    }

    @Test
    void productsAreThoseOfTheTextbook() {
        Random random = new Random(5);
        float[][] rows = new float[7][40];
        for (float[] row : rows) {
            System.arraycopy(RandomNumbers.floats(40, random), 0, row, 0, 40);
        }
        try (var arena = java.lang.foreign.Arena.ofConfined()) {
            Weight weight = Panels.pack(rows, bytes -> arena.allocate(bytes, 64));
            Matrix x = RandomNumbers.matrix(3, 40, random);
            Matrix y = new Matrix(3, 7);
            new ScalarKernels().linear(x, weight, new float[] {1, 2, 3, 4, 5, 6, 7}, y);
            for (int m = 0; m < 3; m++) {
                for (int out = 0; out < 7; out++) {
                    double sum = out + 1;
                    for (int k = 0; k < 40; k++) {
                        sum += (double) rows[out][k] * x.at(m, k);
                    }
                    assertThat((double) y.at(m, out)).isCloseTo(sum, within(2e-5));
                }
            }
        }
    }
}
