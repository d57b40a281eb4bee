package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Numbers the engine reads: a linear layer's `[out, in]`, packed for the kernels.
///
/// All types share one layout, the *panel*: [#PANEL] rows side by side, column after column, so
/// that one linear stream feeds as many rows as there are vector lanes, and every lane adds up its
/// own row in the order of the columns. That order does not depend on the vector width, nor on how
/// many inputs are multiplied at once. Rows past the last one are zero.
///
/// ```
/// panel p, column k:   row 32p   row 32p+1   …   row 32p+31
/// ```
public sealed interface Weight {

    /// Rows in a panel; also the number of values that lie together for each column.
    int PANEL = 32;

    /// Outputs.
    int rows();

    /// Inputs.
    int cols();

    /// The packed values.
    MemorySegment data();

    /// The value that multiplies input `col` for output `row`, as the kernels see it.
    float at(int row, int col);

    /// Bytes that one column of one panel takes.
    int stride();

    /// Number of panels.
    default int panels() {
        return (rows() + PANEL - 1) / PANEL;
    }

    /// Where the panel that starts with row `32 panel` begins in [#data()].
    default long panelOffset(int panel) {
        return (long) panel * cols() * stride();
    }

    /// Full precision: 32 floats for each column.
    record F32(int rows, int cols, MemorySegment data) implements Weight {

        static final ValueLayout.OfFloat VALUE =
                ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

        @Override
        public int stride() {
            return PANEL * Float.BYTES;
        }

        @Override
        public float at(int row, int col) {
            long column = panelOffset(row / PANEL) + (long) col * stride();
            return data.get(VALUE, column + (row % PANEL) * 4L);
        }
    }

    /// bfloat16: 16 ints for each column; int j holds row j in its lower half and row j + 16 in its
    /// upper half, so that a shift and a mask give two vectors of floats.
    record Bf16(int rows, int cols, MemorySegment data) implements Weight {

        static final ValueLayout.OfInt PAIR =
                ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

        @Override
        public int stride() {
            return PANEL * Short.BYTES;
        }

        @Override
        public float at(int row, int col) {
            long column = panelOffset(row / PANEL) + (long) col * stride();
            int lane = row % PANEL;
            int pair = data.get(PAIR, column + (lane % 16) * 4L);
            return Float.intBitsToFloat(lane < 16 ? pair << 16 : pair & 0xffff0000);
        }
    }

    /// 8-bit integers with one scale for each row and block of 32 inputs (the accuracy of Q8_0).
    ///
    /// A block of a panel is 16 ints of scales, bf16 pairs as in [Bf16], then its columns, 32 bytes
    /// each, row after row. A scale has 8 significant bits and a value 7, so their product is exact
    /// in f32: the kernels multiply by the very number that [#at] gives. The last block may be
    /// shorter.
    record Int8(int rows, int cols, MemorySegment data) implements Weight {

        /// Inputs that share a scale.
        static final int BLOCK = 32;

        static final int SCALES = PANEL * Short.BYTES;
        static final int BLOCK_BYTES = SCALES + BLOCK * PANEL;

        @Override
        public int stride() {
            return PANEL;
        }

        @Override
        public long panelOffset(int panel) {
            return panel * panelBytes(cols);
        }

        /// Bytes of a panel of so many columns.
        static long panelBytes(int cols) {
            long blocks = ((long) cols + BLOCK - 1) / BLOCK;
            return blocks * SCALES + (long) cols * PANEL;
        }

        /// Where the block of a column begins in its panel.
        static long blockOffset(int col) {
            return (long) (col / BLOCK) * BLOCK_BYTES;
        }

        @Override
        public float at(int row, int col) {
            long block = panelOffset(row / PANEL) + blockOffset(col);
            int lane = row % PANEL;
            int pair = data.get(Bf16.PAIR, block + (lane % 16) * 4L);
            float scale = Float.intBitsToFloat(lane < 16 ? pair << 16 : pair & 0xffff0000);
            long value = block + SCALES + (col % BLOCK) * (long) PANEL + lane;
            return data.get(ValueLayout.JAVA_BYTE, value) * scale;
        }
    }
}
