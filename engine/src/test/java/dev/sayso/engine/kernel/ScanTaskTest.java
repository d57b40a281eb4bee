package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The choice by an 8-bit copy is that of the exact weight, always.
class ScanTaskTest {

    private static final int INPUTS = 200;

    private static final Arena ARENA = Arena.ofShared();
    private static final VectorKernels VECTOR = new VectorKernels(2);
    private static final ScalarKernels SCALAR = new ScalarKernels();

    @AfterAll
    static void free() {
        VECTOR.close();
        ARENA.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 31, 32, 33, 64, 700})
    void theCopyChoosesWhatTheWeightChooses(int outputs) throws IOException {
        Random random = new Random(outputs);
        float[] values = RandomNumbers.floats(outputs * INPUTS, random);
        agree(values, outputs, random, 40);
    }

    /// Rows that differ by much less than the copy can tell apart.
    @Test
    void nearlyEqualRowsAreTold() throws IOException {
        Random random = new Random(5);
        int outputs = 97;
        float[] first = RandomNumbers.floats(INPUTS, random);
        float[] values = new float[outputs * INPUTS];
        for (int row = 0; row < outputs; row++) {
            for (int k = 0; k < INPUTS; k++) {
                values[row * INPUTS + k] = first[k] * (1 + 1e-3f * random.nextFloat());
            }
        }
        agree(values, outputs, random, 60);
    }

    @Test
    void ofEqualRowsTheFirstIsChosen() throws IOException {
        Random random = new Random(6);
        float[] first = RandomNumbers.floats(INPUTS, random);
        float[] values = new float[70 * INPUTS];
        for (int row = 0; row < 70; row++) {
            System.arraycopy(first, 0, values, row * INPUTS, INPUTS);
        }
        agree(values, 70, random, 5);
    }

    @Test
    void onlyPanelsThatCouldHoldTheLargestAreComputedExactly() throws IOException {
        Random random = new Random(8);
        float[] values = RandomNumbers.floats(160 * INPUTS, random);
        Matrix x = RandomNumbers.matrix(1, INPUTS, random);
        for (int row : new int[] {40, 100}) {
            System.arraycopy(x.data(), 0, values, row * INPUTS, INPUTS);
        }
        Tensor tensor = tensor(values, 160);
        Weight exact = pack(tensor, Packing.F32);
        Weight.Int8 copy = (Weight.Int8) pack(tensor, Packing.INT8);
        assertThat(VECTOR.argmaxByCopy(x, exact, copy)).isEqualTo(40);
        assertThat(VECTOR.candidatePanels()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 3e38f})
    void scoresThatAreNotNumbersAreNoAnswer(float bad) throws IOException {
        Random random = new Random(7);
        Tensor tensor = tensor(RandomNumbers.floats(40 * INPUTS, random), 40);
        Matrix x = RandomNumbers.matrix(1, INPUTS, random);
        x.data()[3] = bad;
        x.data()[4] = bad;
        Weight exact = pack(tensor, Packing.F32);
        Weight.Int8 copy = (Weight.Int8) pack(tensor, Packing.INT8);
        assertThatThrownBy(() -> VECTOR.argmaxByCopy(x, exact, copy))
                .isInstanceOf(ArithmeticException.class);
    }

    private static void agree(float[] values, int outputs, Random random, int times)
            throws IOException {
        Tensor tensor = tensor(values, outputs);
        Weight exact = pack(tensor, Packing.F32);
        Weight.Int8 copy = (Weight.Int8) pack(tensor, Packing.INT8);
        for (int i = 0; i < times; i++) {
            Matrix x = RandomNumbers.matrix(1, INPUTS, random);
            assertThat(VECTOR.argmaxByCopy(x, exact, copy))
                    .isEqualTo(SCALAR.argmaxByCopy(x, exact, copy));
        }
    }

    private static Tensor tensor(float[] values, int outputs) {
        MemorySegment data = ARENA.allocate(4L * values.length, 64);
        MemorySegment.copy(values, 0, data, Weight.F32.VALUE, 0, values.length);
        return new Tensor("w", ElementType.F32, List.of(outputs, INPUTS), data);
    }

    private static Weight pack(Tensor tensor, Packing packing) throws IOException {
        int outputs = tensor.shape().getFirst();
        MemorySegment into = ARENA.allocate(packing.bytes(outputs, INPUTS), 64);
        return Panels.pack(packing, List.of(tensor), null, into);
    }
}
