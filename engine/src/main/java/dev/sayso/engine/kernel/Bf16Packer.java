package dev.sayso.engine.kernel;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Packs bf16 tensors as [Weight.Bf16] without widening anything: the way nearly all weights take,
/// while somebody waits for the model to open.
final class Bf16Packer {

    private static final int PANEL = Weight.PANEL;
    private static final int HALF = PANEL / 2;

    /// Columns whose pairs stay in the first-level cache while row after row is written.
    private static final int BLOCK = 128;

    /// Exponent bits of the largest finite value, and beyond.
    private static final int NOT_FINITE = 0x7f80;

    private final int cols;
    private final int @Nullable [] order;
    private final short[] rows;
    private final short[] row;
    private final int[] pairs;

    Bf16Packer(int cols, int @Nullable [] order) {
        this.cols = cols;
        this.order = order;
        this.rows = new short[PANEL * cols];
        this.row = new short[cols];
        this.pairs = new int[HALF * cols];
    }

    /// Takes one row of a tensor as row `lane` of the panel.
    ///
    /// @throws IOException naming the tensor when a value is not finite
    void take(Tensor tensor, int index, int lane) throws IOException {
        long at = (long) index * cols * Short.BYTES;
        MemorySegment.copy(tensor.data(), Tensor.SHORT, at, row, 0, cols);
        int largest = 0;
        for (short value : row) {
            largest = Math.max(largest, value & 0x7fff);
        }
        if (largest >= NOT_FINITE) {
            throw Panels.notFinite(tensor, index);
        }
        if (order == null) {
            System.arraycopy(row, 0, rows, lane * cols, cols);
            return;
        }
        for (int col = 0; col < cols; col++) {
            rows[lane * cols + col] = row[order[col]];
        }
    }

    /// Writes the panel of which `count` rows were taken; the others become zero.
    void write(MemorySegment into, int panel, int count) {
        Arrays.fill(rows, count * cols, rows.length, (short) 0);
        for (int from = 0; from < cols; from += BLOCK) {
            int to = Math.min(cols, from + BLOCK);
            for (int lane = 0; lane < HALF; lane++) {
                int lower = lane * cols;
                int upper = (lane + HALF) * cols;
                for (int col = from; col < to; col++) {
                    pairs[col * HALF + lane] =
                            (rows[lower + col] & 0xffff) | (rows[upper + col] << 16);
                }
            }
        }
        long at = (long) panel * pairs.length * Integer.BYTES;
        MemorySegment.copy(pairs, 0, into, Weight.Bf16.PAIR, at, pairs.length);
    }
}
