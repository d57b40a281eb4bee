package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.kernel.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the independent forward pass computed for a sample; see `resources/golden/README.md`.
public final class GoldenTensors {

    private GoldenTensors() {}

    /// A tensor's values, row-major.
    public static float[] read(String sample, String tensor, int... shape) {
        Path file = Path.of("src/test/resources/golden", sample + ".safetensors");
        try (Arena arena = Arena.ofConfined()) {
            Tensor values =
                    Safetensors.map(file, arena)
                            .tensor(tensor, java.util.Arrays.stream(shape).boxed().toList())
                            .tensor();
            float[] all = new float[Math.toIntExact(values.size())];
            values.read(0, all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asserts that no value differs by more than `tolerance` times the root mean square of its
    /// row, and shows the first that do.
    public static void assertClose(float[] actual, float[] expected, int cols, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        StringBuilder wrong = new StringBuilder();
        int count = 0;
        for (int row = 0; row < expected.length / cols; row++) {
            double squares = 0;
            for (int i = 0; i < cols; i++) {
                squares += (double) expected[row * cols + i] * expected[row * cols + i];
            }
            double bound = tolerance * Math.sqrt(squares / cols);
            for (int i = row * cols; i < (row + 1) * cols; i++) {
                if (!(Math.abs(actual[i] - expected[i]) <= bound) && count++ < 5) {
                    wrong.append(
                            String.format(
                                    Locale.ROOT,
                                    "%n[%d, %d]: %.6f, expected %.6f",
                                    row,
                                    i - row * cols,
                                    actual[i],
                                    expected[i]));
                }
            }
        }
        assertThat(List.of(wrong.toString())).as("%d values differ", count).containsExactly("");
    }
}
