package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vector kernels give the scalar kernels' results, bit for bit, at every size.
///
/// The build runs this with 128, 256 and 512 bits; [LanesTest] proves which.
class KernelsAgreementTest {

    private static final Arena ARENA = Arena.ofShared();
    private static final VectorKernels VECTOR = new VectorKernels(3);
    private static final ScalarKernels SCALAR = new ScalarKernels();

    @AfterAll
    static void free() {
        VECTOR.close();
        ARENA.close();
    }

    static IntStream sizes() {
        IntStream small = IntStream.rangeClosed(1, 70);
        IntStream primesAndNeighbours = IntStream.of(97, 127, 128, 129, 191, 257, 509, 1021);
        return IntStream.concat(small, primesAndNeighbours);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void oneRowTimesABf16Weight(int size) {
        Random random = new Random(size);
        same(1, size, random, Packing.BF16);
        same(1, 3 * size % 71 + 1, size, random, Packing.BF16);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void oneRowTimesAnF32Weight(int size) {
        Random random = new Random(size);
        same(1, size, random, Packing.F32);
        same(1, 5 * size % 71 + 1, size, random, Packing.F32);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void oneRowTimesAnInt8Weight(int size) {
        Random random = new Random(size);
        same(1, size, random, Packing.INT8);
        same(1, 7 * size % 71 + 1, size, random, Packing.INT8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 31, 32, 33, 64, 65, 70, 97, 128, 257})
    void manyRowsTimesAWeight(int size) {
        Random random = new Random(size);
        for (int rows : new int[] {2, 3, 4, 5, 9, 17}) {
            for (Packing type : Packing.values()) {
                same(rows, size, random, type);
            }
        }
    }

    @Test
    void soManyRowsThatTheyAreCutIntoBlocks() {
        // a block holds 256 rows, a piece 128 or 256 inputs
        for (Packing type : Packing.values()) {
            same(2 * 256 + 3, 70, 600, new Random(1), type);
        }
    }

    private static void same(int rows, int size, Random random, Packing type) {
        same(rows, size, size % 37 + 1, random, type);
    }

    private static void same(int rows, int out, int in, Random random, Packing type) {
        Weight weight = RandomNumbers.weight(out, in, type, random, ARENA);
        Matrix x = RandomNumbers.matrix(rows, in, random);
        float[] bias = RandomNumbers.floats(out, random);
        Matrix y = RandomNumbers.matrix(rows, out, random);
        agree(y, (kernels, mine) -> kernels.linear(x, weight, bias, mine));
        agree(y, (kernels, mine) -> kernels.addLinear(x, weight, bias, mine));
        agree(y, (kernels, mine) -> kernels.geluLinear(x, weight, bias, mine));
        agree(y, (kernels, mine) -> kernels.linear(x, weight, null, mine));
        agree(y, (kernels, mine) -> kernels.addLinear(x, weight, null, mine));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void norms(int size) {
        Random random = new Random(size);
        Matrix x = RandomNumbers.matrix(3, size, random);
        float[] weight = RandomNumbers.floats(size, random);
        float[] bias = RandomNumbers.floats(size, random);
        agree(x, (kernels, y) -> kernels.layerNorm(x, weight, bias, 1e-5f, y));
        agree(x, (kernels, y) -> kernels.rmsNorm(x, weight, 1e-6f, y));
        Matrix heads = RandomNumbers.matrix(3, 5 + 2 * size, random);
        agree(heads, (kernels, y) -> kernels.headNorm(y, 4, 2, weight, 1e-6f));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void elementWise(int size) {
        Random random = new Random(size);
        Matrix x = RandomNumbers.matrix(3, size, random);
        Matrix gateUp = RandomNumbers.matrix(3, 2 * size, random);
        for (int i = 0; i < gateUp.data().length; i++) {
            gateUp.data()[i] *= 8;
        }
        agree(x, (kernels, y) -> kernels.swiGlu(gateUp, y));
        Rotation rotation = new Rotation(2 * size, 1e6);
        rotation.reserve(20);
        Matrix heads = RandomNumbers.matrix(3, 3 + 4 * size, random);
        agree(heads, (kernels, y) -> kernels.rotate(y, 2, 2, rotation, 7));
    }

    @Test
    void elementWiseAtTheExtremes() {
        float most = Float.MAX_VALUE;
        float[] values = {0f, -0f, 1e-38f, -1e-38f, 87.3f, -87.4f, 88f, -103f, 1e10f, -1e10f, most};
        Matrix x = new Matrix(1, 4 * values.length);
        for (int i = 0; i < x.cols(); i++) {
            x.data()[i] = values[i % values.length];
        }
        Weight same = identity(x.cols());
        agree(x, (kernels, y) -> kernels.geluLinear(x, same, null, y));
        Matrix half = new Matrix(1, x.cols() / 2);
        agree(half, (kernels, y) -> kernels.swiGlu(x, y));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 8, 15, 16, 24, 32, 33, 64, 128})
    void windowedAttention(int headDim) {
        Random random = new Random(headDim);
        for (int rows : new int[] {1, 3, 13, 32, 33, 41}) {
            Matrix qkv = RandomNumbers.matrix(rows, 3 * 2 * headDim, random);
            Matrix y = new Matrix(rows, 2 * headDim);
            for (int window : new int[] {1, 13, 33, 100}) {
                agree(y, (kernels, mine) -> kernels.windowedAttention(qkv, 2, window, mine));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 8, 15, 16, 24, 32, 33, 64, 128})
    void causalAttention(int headDim) {
        Random random = new Random(headDim);
        for (int before : new int[] {0, 1, 31, 32, 45}) {
            for (int rows : new int[] {1, 2, 5, 33}) {
                KeyValues past = new KeyValues(2, headDim);
                Matrix all = RandomNumbers.matrix(before + rows, 8 * headDim, random);
                past.reserve(before + rows);
                VECTOR.remember(all, 4 * headDim, 6 * headDim, past);
                Matrix q = new Matrix(rows, 8 * headDim);
                for (int i = 0; i < rows; i++) {
                    q.setRow(i, all, before + i);
                }
                Matrix y = new Matrix(rows, 4 * headDim);
                agree(y, (kernels, mine) -> kernels.causalAttention(q, 4, past, mine));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 20, 40})
    void remembering(int rows) {
        Random random = new Random(rows);
        KeyValues fast = new KeyValues(3, 40);
        KeyValues slow = new KeyValues(3, 40);
        for (int round = 0; round < 3; round++) {
            Matrix all = RandomNumbers.matrix(rows, 250, random);
            fast.reserve(fast.length() + rows);
            slow.reserve(fast.length() + rows);
            VECTOR.remember(all, 4, 125, fast);
            SCALAR.remember(all, 4, 125, slow);
        }
        for (int position = 0; position < 3 * rows; position++) {
            for (int d = 0; d < 40; d++) {
                assertThat(fast.key(2, position, d)).isEqualTo(slow.key(2, position, d));
                assertThat(fast.value(2, position, d)).isEqualTo(slow.value(2, position, d));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 11, 16, 33, 50})
    void convolution(int channels) {
        Random random = new Random(channels);
        for (int times : new int[] {1, 2, 5, 10}) {
            for (int out : new int[] {1, 8, 32, 45}) {
                FeatureMap x = RandomNumbers.map(2, times, 6, channels, random);
                int in = 9 * channels;
                Weight weight = RandomNumbers.weight(out, in, Packing.BF16, random, ARENA);
                float[] bias = RandomNumbers.floats(out, random);
                FeatureMap fast = new FeatureMap(2, (times + 1) / 2, 3, out);
                FeatureMap slow = new FeatureMap(2, (times + 1) / 2, 3, out);
                VECTOR.convolve(x, weight, bias, fast);
                SCALAR.convolve(x, weight, bias, slow);
                assertThat(fast.data()).isEqualTo(slow.data());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 31, 32, 33, 200, 1021})
    void bestOutputAndEmbedding(int vocabulary) {
        Random random = new Random(vocabulary);
        Weight table = RandomNumbers.weight(vocabulary, 24, Packing.BF16, random, ARENA);
        Matrix x = RandomNumbers.matrix(1, 24, random);
        Matrix fast = new Matrix(1, vocabulary);
        Matrix slow = new Matrix(1, vocabulary);
        VECTOR.linear(x, table, null, fast);
        SCALAR.linear(x, table, null, slow);
        assertThat(fast.data()).isEqualTo(slow.data());
        int[] best = VECTOR.argmaxesOfLinear(x, table);
        assertThat(best).isEqualTo(SCALAR.argmaxesOfLinear(x, table)).hasSize(1);
        for (float logit : slow.data()) {
            assertThat(logit).isLessThanOrEqualTo(slow.data()[best[0]]);
        }
        Matrix y = new Matrix(2, 24);
        agree(y, (kernels, mine) -> kernels.embed(table, vocabulary / 2, mine, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 40})
    void bestOutputsOfSeveralRows(int rows) {
        Random random = new Random(rows);
        Weight table = RandomNumbers.weight(77, 24, Packing.BF16, random, ARENA);
        Matrix x = RandomNumbers.matrix(rows, 24, random);
        int[] best = VECTOR.argmaxesOfLinear(x, table);
        assertThat(best).isEqualTo(SCALAR.argmaxesOfLinear(x, table)).hasSize(rows);
        Matrix row = new Matrix(1, 24);
        for (int i = 0; i < rows; i++) {
            row.setRow(0, x, i);
            assertThat(VECTOR.argmaxesOfLinear(row, table)).containsExactly(best[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyRowsGiveTheBitsOfOneByOne(Packing type) {
        Random random = new Random(7);
        Weight weight = RandomNumbers.weight(70, 130, type, random, ARENA);
        Matrix x = RandomNumbers.matrix(9, 130, random);
        Matrix together = new Matrix(9, 70);
        VECTOR.linear(x, weight, null, together);
        for (int i = 0; i < 9; i++) {
            Matrix row = new Matrix(1, 130);
            row.setRow(0, x, i);
            Matrix alone = new Matrix(1, 70);
            VECTOR.linear(row, weight, null, alone);
            Matrix expected = new Matrix(1, 70);
            expected.setRow(0, together, i);
            assertThat(alone.data()).isEqualTo(expected.data());
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Random random = new Random(8);
        Weight weight = RandomNumbers.weight(600, 300, Packing.BF16, random, ARENA);
        Matrix x = RandomNumbers.matrix(20, 300, random);
        Matrix expected = new Matrix(20, 600);
        VECTOR.linear(x, weight, null, expected);
        for (int threads : List.of(1, 2, 5)) {
            try (VectorKernels kernels = new VectorKernels(threads)) {
                Matrix y = new Matrix(20, 600);
                kernels.linear(x, weight, null, y);
                assertThat(y.data()).isEqualTo(expected.data());
            }
        }
    }

    private static Weight identity(int size) {
        float[][] rows = new float[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1;
        }
        return Panels.pack(rows, bytes -> ARENA.allocate(bytes, 64));
    }

    /// Runs both implementations on copies of `y`.
    private static void agree(Matrix y, BiConsumer<Kernels, Matrix> kernel) {
        Matrix fast = copy(y);
        Matrix slow = copy(y);
        kernel.accept(VECTOR, fast);
        kernel.accept(SCALAR, slow);
        assertThat(fast.data()).isEqualTo(slow.data());
    }

    private static Matrix copy(Matrix matrix) {
        Matrix copy = new Matrix(matrix.rows(), matrix.cols());
        System.arraycopy(matrix.data(), 0, copy.data(), 0, copy.data().length);
        return copy;
    }
}
