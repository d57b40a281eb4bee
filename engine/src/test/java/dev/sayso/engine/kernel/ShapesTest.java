package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Wrong shapes are a caller's mistake and say what doesn't fit; loops never see them.
class ShapesTest {

    @Test
    void everyKernelRefusesShapesThatDontFit() {
        try (Arena arena = Arena.ofConfined();
                VectorKernels vector = new VectorKernels(1)) {
            Weight weight = RandomNumbers.weight(8, 6, Packing.BF16, new Random(1), arena);
            Matrix x = new Matrix(2, 6);
            Matrix wrong = new Matrix(2, 7);
            for (Kernels kernels : List.of(vector, new ScalarKernels())) {
                refused(() -> kernels.linear(x, weight, null, wrong));
                refused(() -> kernels.addLinear(wrong, weight, null, new Matrix(2, 8)));
                refused(() -> kernels.linear(x, weight, new float[3], new Matrix(2, 8)));
                refused(() -> kernels.layerNorm(x, new float[5], new float[5], 0, x));
                refused(() -> kernels.rmsNorm(x, new float[6], 0, wrong));
                refused(() -> kernels.headNorm(x, 4, 1, new float[3], 0));
                refused(() -> kernels.swiGlu(x, wrong));
                refused(() -> kernels.windowedAttention(x, 2, 4, wrong));
                refused(() -> kernels.causalAttention(x, 1, new KeyValues(1, 6), x));
                refused(() -> kernels.embed(weight, 8, x, 0));
                refused(() -> kernels.embed(weight, -1, x, 0));
                FeatureMap map = new FeatureMap(1, 4, 4, 2);
                refused(() -> kernels.convolve(map, weight, new float[8], map));
            }
        }
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shapes don't fit");
    }
}
