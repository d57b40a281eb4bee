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

    /// The value that multiplies input `col` for output `row`, as the kernels see it; for 8-bit
    /// values, to rounding.
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

    /// Where a column, for 8-bit values the first of a block, begins in its panel.
    default long columnOffset(int col) {
        return (long) col * stride();
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
    /// A row's sum is kept *in units of the scale* of the block it is in: where a block begins, it
    /// is multiplied by the *ratio* of the scale before to the scale of this block, and at the end
    /// by the last scale. So inside a block a weight costs a conversion and a multiply-add, and at
    /// its end nothing is written to memory. A ratio is a bf16 by definition: each block's scale
    /// is the next one's times the ratio between them, and is chosen so that it is no smaller than
    /// the block's values need ([Quantizer]).
    ///
    /// A panel is its blocks, then 32 floats, the last block's scales, and 32 more, the rows'
    /// bounds ([ScanTask]). A block is 16 ints of
    /// ratios, bf16 pairs as in [Bf16], then its columns, 32 bytes each, row after row. The last
    /// block may be shorter.
    record Int8(int rows, int cols, MemorySegment data) implements Weight {

        /// Inputs that share a scale.
        static final int BLOCK = 32;

        static final int RATIOS = PANEL * Short.BYTES;
        static final int BLOCK_BYTES = RATIOS + BLOCK * PANEL;
        static final int SCALES = PANEL * Float.BYTES;
        static final int BOUNDS = PANEL * Float.BYTES;

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
            return boundsOffset(cols) + BOUNDS;
        }

        /// Where a panel's scales begin.
        static long scalesOffset(int cols) {
            long blocks = ((long) cols + BLOCK - 1) / BLOCK;
            return blocks * RATIOS + (long) cols * PANEL;
        }

        /// Where a panel's bounds begin.
        static long boundsOffset(int cols) {
            return scalesOffset(cols) + SCALES;
        }

        @Override
        public long columnOffset(int col) {
            return blockOffset(col);
        }

        /// Where the block of a column begins in its panel.
        static long blockOffset(int col) {
            return (long) (col / BLOCK) * BLOCK_BYTES;
        }

        /// The ratio of the scale before a block to its own, for one row.
        float ratio(int row, int block) {
            long at = panelOffset(row / PANEL) + (long) block * BLOCK_BYTES;
            int lane = row % PANEL;
            int pair = data.get(Bf16.PAIR, at + (lane % 16) * 4L);
            return Float.intBitsToFloat(lane < 16 ? pair << 16 : pair & 0xffff0000);
        }

        /// The scale of a row's last block.
        float scale(int row) {
            long at = panelOffset(row / PANEL) + scalesOffset(cols);
            return data.get(F32.VALUE, at + (row % PANEL) * 4L);
        }

        /// The 8-bit value for a row and input.
        int value(int row, int col) {
            long block = panelOffset(row / PANEL) + blockOffset(col);
            return data.get(
                    ValueLayout.JAVA_BYTE,
                    block + RATIOS + (col % BLOCK) * (long) PANEL + row % PANEL);
        }

        @Override
        public float at(int row, int col) {
            double scale = scale(row);
            for (int block = (cols - 1) / BLOCK; block > col / BLOCK; block--) {
                scale *= ratio(row, block);
            }
            return (float) (value(row, col) * scale);
        }
    }
}
