package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void packingKeepsEveryValue(ElementType type) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Tensor tensor = RandomNumbers.tensor(45, 13, type, new Random(1), arena);
            Weight weight = pack(arena, null, tensor);
            for (int row = 0; row < 45; row++) {
                for (int col = 0; col < 13; col++) {
                    assertThat(weight.at(row, col)).isEqualTo(tensor.at(row * 13L + col));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 70})
    void eightBitsAreNeverFurtherThanHalfAStepFromTheValue(int cols) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Tensor tensor = RandomNumbers.tensor(40, cols, ElementType.F32, new Random(1), arena);
            MemorySegment into = arena.allocate(Packing.INT8.bytes(40, cols), 64);
            Weight weight = Panels.pack(Packing.INT8, List.of(tensor), null, into);
            for (int row = 0; row < 40; row++) {
                for (int col = 0; col < cols; col++) {
                    float largest = 0;
                    for (int i = col / 32 * 32; i < Math.min(cols, col / 32 * 32 + 32); i++) {
                        largest = Math.max(largest, Math.abs(tensor.at(row * (long) cols + i)));
                    }
                    // the scale is rounded up to 8 bits
                    float step = largest / 127 * 1.008f;
                    assertThat(weight.at(row, col))
                            .isCloseTo(tensor.at(row * (long) cols + col), within(step / 2));
                }
            }
        }
    }

    @Test
    void anInterruptEndsPacking() {
        try (Arena arena = Arena.ofConfined()) {
            Tensor tensor = RandomNumbers.tensor(40, 3, ElementType.BF16, new Random(1), arena);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> pack(arena, null, tensor))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aBlockOfZerosStaysZero() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment zeros = arena.allocate(40 * 40 * 4);
            Tensor tensor = new Tensor("zeros", ElementType.F32, List.of(40, 40), zeros);
            MemorySegment into = arena.allocate(Packing.INT8.bytes(40, 40), 64);
            Weight weight = Panels.pack(Packing.INT8, List.of(tensor), null, into);
            assertThat(weight.at(39, 39)).isZero();
        }
    }

    @Test
    void tensorsAreStackedAndColumnsReordered() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Tensor first = RandomNumbers.tensor(5, 3, ElementType.BF16, new Random(1), arena);
            Tensor second = RandomNumbers.tensor(40, 3, ElementType.BF16, new Random(2), arena);
            int[] order = {2, 0, 1};
            Weight weight = pack(arena, order, first, second);
            assertThat(weight.rows()).isEqualTo(45);
            for (int col = 0; col < 3; col++) {
                assertThat(weight.at(4, col)).isEqualTo(first.at(4 * 3 + order[col]));
                assertThat(weight.at(44, col)).isEqualTo(second.at(39 * 3 + order[col]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aValueThatIsNotFiniteIsRefusedByName(float bad) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(6 * 4);
            data.set(Weight.F32.VALUE, 16, bad);
            Tensor tensor = new Tensor("m.safetensors: w", ElementType.F32, List.of(3, 2), data);
            assertThatThrownBy(() -> pack(arena, null, tensor))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("m.safetensors: w")
                    .hasMessageContaining("row 2");
        }
    }

    private static Weight pack(Arena arena, int @Nullable [] order, Tensor... tensors)
            throws IOException {
        int rows = 0;
        for (Tensor tensor : tensors) {
            rows += tensor.shape().getFirst();
        }
        Packing packing = Packing.of(tensors[0].type());
        int cols = tensors[0].shape().getLast();
        MemorySegment into = arena.allocate(packing.bytes(rows, cols), 64);
        return Panels.pack(packing, List.of(tensors), order, into);
    }
}
