package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// Products of rows with panels of a weight, whatever its type: chooses the inner product by type
/// and vector width, outside all loops.
///
/// One row takes the packed values straight from memory. Several rows share them: a piece of a
/// panel is unpacked to floats in the first-level cache, all rows pass by, then comes the next
/// piece.
final class Products {

    private static final int COUNT = Lanes.COUNT;
    private static final int STREAMS = Lanes.STREAMS;
    private static final int PANEL = Weight.PANEL;

    /// Panels that one row is multiplied by at once: four streams.
    static final int COLUMN_PANELS = Math.max(1, 4 / STREAMS);

    /// Panels that several rows are multiplied by at once.
    static final int TILE_PANELS = Lanes.WIDE_TILE ? 2 : 1;

    /// Most rows that pass by together; a multiple of four.
    static final int MOST_ROWS = 256;

    /// Inputs of a piece: 16 KiB of floats for a panel.
    private static final int PIECE = 128;

    private static final int PIECE_VALUES = PIECE * PANEL;

    private Products() {}

    /// Rows waiting to pass by a panel, and their sums.
    static final class RowBlock {

        /// Where each row begins in x.
        final int[] starts = new int[MOST_ROWS + 4];

        /// Row r's sums with the first panel lie at `32 r`, with the second one `32 · rows` later,
        /// rows rounded up to a multiple of four.
        final float[] sums = new float[MOST_ROWS * PANEL * 2];

        private final float[] piece = new float[2 * PIECE_VALUES];
    }

    /// One row of x by up to [#COLUMN_PANELS] panels; the sums of panel j lie at `32 j`.
    static void column(Weight w, int panel, float[] x, float[] acc) {
        Arrays.fill(acc, 0, COLUMN_PANELS * PANEL, 0f);
        int last = Math.min(panel + COLUMN_PANELS, w.panels()) - 1;
        long w0 = stream(w, panel, 0, last);
        long w1 = stream(w, panel, 1, last);
        long w2 = stream(w, panel, 2, last);
        long w3 = stream(w, panel, 3, last);
        int a0 = sums(panel, 0, last);
        int a1 = sums(panel, 1, last);
        int a2 = sums(panel, 2, last);
        int a3 = sums(panel, 3, last);
        MemorySegment data = w.data();
        int n = w.cols();
        switch (w) {
            case Weight.Bf16 _ ->
                    Tiles.bf16Column(data, w0, w1, w2, w3, x, 0, n, acc, a0, a1, a2, a3);
            case Weight.F32 _ ->
                    Tiles.f32Column(data, w0, w1, w2, w3, x, 0, n, acc, a0, a1, a2, a3);
            case Weight.Int8 _ -> {
                Tiles.int8Column(data, w0, values(w0, 0), w1, values(w1, 1), x, n, acc, a0, a1);
                if (a3 != a1) {
                    Tiles.int8Column(data, w2, values(w2, 2), w3, values(w3, 3), x, n, acc, a2, a3);
                }
            }
        }
    }

    /// Where stream i of the panels from `panel` on begins; beyond the last panel, its own again.
    private static long stream(Weight w, int panel, int i, int last) {
        int of = Math.min(panel + i / STREAMS, last);
        return w.panelOffset(of) + (long) (i % STREAMS) * COUNT * Float.BYTES;
    }

    /// Where the 8-bit values of stream i begin whose scales begin at `scales`: both lie at the
    /// same lane, four bytes wide and one.
    private static long values(long scales, int i) {
        int lane = i % STREAMS * COUNT;
        return scales - (long) lane * Float.BYTES + Weight.Int8.SCALES + lane;
    }

    private static int sums(int panel, int i, int last) {
        int of = Math.min(panel + i / STREAMS, last);
        return (of - panel) * PANEL + i % STREAMS * COUNT;
    }

    /// Adds to the sums of `count` rows their products with [#TILE_PANELS] panels, from column
    /// `col` on, for `inputs` columns; row r's inputs begin at `rows.starts[r]`.
    ///
    /// @param count at most [#MOST_ROWS]
    static void tiles(
            Weight w, int panel, int col, float[] x, int inputs, RowBlock rows, int count) {
        int padded = (count + 3) & -4;
        for (int r = count; r < padded; r++) {
            rows.starts[r] = rows.starts[count - 1];
        }
        int next = Math.min(panel + TILE_PANELS, w.panels()) - 1;
        int pieces = (inputs + PIECE - 1) / PIECE;
        int step = Math.min(inputs, ((inputs + pieces - 1) / pieces + 31) & -32);
        for (int from = 0; from < inputs; from += step) {
            int length = Math.min(step, inputs - from);
            unpack(w, panel, col + from, length, rows.piece, 0);
            if (TILE_PANELS == 2) {
                unpack(w, next, col + from, length, rows.piece, PIECE_VALUES);
            }
            for (int r = 0; r < padded; r += 4) {
                tile(rows, r, from, x, length, padded);
            }
        }
    }

    private static void tile(RowBlock rows, int r, int from, float[] x, int length, int padded) {
        int x0 = rows.starts[r] + from;
        int x1 = rows.starts[r + 1] + from;
        int x2 = rows.starts[r + 2] + from;
        int x3 = rows.starts[r + 3] + from;
        float[] w = rows.piece;
        float[] sums = rows.sums;
        for (int lane = 0; lane < PANEL / 2; lane += COUNT) {
            int a = r * PANEL + lane;
            if (TILE_PANELS == 2) {
                int b = a + padded * PANEL;
                Tiles.wideTile(w, lane, PIECE_VALUES, x, x0, x1, x2, x3, length, sums, a, b);
            } else {
                Tiles.tile(w, lane, 16, PANEL, x, x0, x1, x2, x3, length, sums, a);
            }
        }
    }

    /// Widens some columns of a panel to floats, `[column][32]`.
    private static void unpack(Weight w, int panel, int col, int count, float[] into, int at) {
        long from = w.panelOffset(panel);
        switch (w) {
            case Weight.F32 f ->
                    MemorySegment.copy(
                            f.data(),
                            ValueLayout.JAVA_FLOAT_UNALIGNED,
                            from + (long) col * f.stride(),
                            into,
                            at,
                            count * PANEL);
            case Weight.Bf16 b ->
                    unpackBf16(b.data(), from + (long) col * b.stride(), count, into, at);
            case Weight.Int8 q -> {
                for (int done = 0; done < count; ) {
                    int inBlock = (col + done) % Weight.Int8.BLOCK;
                    int some = Math.min(count - done, Weight.Int8.BLOCK - inBlock);
                    long block = from + Weight.Int8.blockOffset(col + done);
                    unpackInt8(q.data(), block, inBlock, some, into, at + done * PANEL);
                    done += some;
                }
            }
        }
    }

    private static void unpackBf16(
            MemorySegment from, long offset, int count, float[] into, int at) {
        long source = offset;
        int end = at + count * PANEL;
        for (int column = at; column < end; column += PANEL) {
            for (int lane = 0; lane < 16; lane += COUNT) {
                IntVector pairs =
                        IntVector.fromMemorySegment(Lanes.I, from, source + lane * 4L, Lanes.LE);
                Lanes.lower(pairs).intoArray(into, column + lane);
                Lanes.upper(pairs).intoArray(into, column + 16 + lane);
            }
            source += PANEL * Short.BYTES;
        }
    }

    private static void unpackInt8(
            MemorySegment from, long block, int first, int count, float[] into, int at) {
        for (int lane = 0; lane < 16; lane += COUNT) {
            IntVector scales =
                    IntVector.fromMemorySegment(Lanes.I, from, block + lane * 4L, Lanes.LE);
            FloatVector lower = Lanes.lower(scales);
            FloatVector upper = Lanes.upper(scales);
            long source = block + Weight.Int8.SCALES + (long) first * PANEL + lane;
            for (int column = at; column < at + count * PANEL; column += PANEL) {
                Lanes.bytes(from, source).mul(lower).intoArray(into, column + lane);
                Lanes.bytes(from, source + 16).mul(upper).intoArray(into, column + 16 + lane);
                source += PANEL;
            }
        }
    }
}
