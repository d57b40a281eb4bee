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
/// panel is brought into the first-level cache, bf16 as it is and other types unpacked to floats,
/// all rows pass by, then comes the next piece.
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

    /// Inputs of a piece: 8 KiB of bf16, 16 KiB of floats for a panel.
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
            case Weight.Bf16 _ -> Tiles.bf16Column(data, w0, w1, w2, w3, x, n, acc, a0, a1, a2, a3);
            case Weight.F32 _ -> Tiles.f32Column(data, w0, w1, w2, w3, x, n, acc, a0, a1, a2, a3);
            case Weight.Int8 _ -> int8Column(w, panel, last, x, acc);
        }
    }

    private static void int8Column(Weight w, int panel, int last, float[] x, float[] acc) {
        for (int i = 0; i < 4; i += 2) {
            long w0 = stream(w, panel, i, last);
            long w1 = stream(w, panel, i + 1, last);
            int a0 = sums(panel, i, last);
            int a1 = sums(panel, i + 1, last);
            if (i == 0 || a1 != sums(panel, 1, last)) {
                long v0 = values(w0, i);
                long v1 = values(w1, i + 1);
                Tiles.int8Column(w.data(), w0, v0, w1, v1, x, w.cols(), acc, a0, a1);
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
        int pieces = (inputs + PIECE - 1) / PIECE;
        int step = ((inputs + pieces - 1) / pieces + 31) & -32;
        for (int from = 0; from < inputs; from += step) {
            int length = Math.min(step, inputs - from);
            switch (w) {
                case Weight.Bf16 b ->
                        bf16Piece(b, panel, col + from, from, x, length, rows, padded);
                case Weight.F32 _, Weight.Int8 _ ->
                        unpackedPiece(w, panel, col + from, from, x, length, rows, padded);
            }
        }
    }

    /// Lets all rows pass by a piece of bf16 panels, which stays in the first-level cache.
    private static void bf16Piece(
            Weight.Bf16 w,
            int panel,
            int col,
            int from,
            float[] x,
            int length,
            RowBlock rows,
            int padded) {
        MemorySegment data = w.data();
        float[] sums = rows.sums;
        int[] starts = rows.starts;
        long first = w.panelOffset(panel) + (long) col * w.stride();
        int next = Math.min(panel + TILE_PANELS, w.panels()) - 1;
        long second = w.panelOffset(next) + (long) col * w.stride();
        for (int r = 0; r < padded; r += 4) {
            int x0 = starts[r] + from;
            int x1 = starts[r + 1] + from;
            int x2 = starts[r + 2] + from;
            int x3 = starts[r + 3] + from;
            for (int lane = 0; lane < PANEL / 2; lane += COUNT) {
                int a = r * PANEL + lane;
                long w0 = first + lane * 4L;
                if (TILE_PANELS == 2) {
                    long w1 = second + lane * 4L;
                    int b = a + padded * PANEL;
                    Tiles.bf16WideTile(data, w0, w1, x, x0, x1, x2, x3, length, sums, a, b);
                } else {
                    Tiles.bf16Tile(data, w0, x, x0, x1, x2, x3, length, sums, a);
                }
            }
        }
    }

    /// The same for panels that are unpacked to floats first.
    private static void unpackedPiece(
            Weight w,
            int panel,
            int col,
            int from,
            float[] x,
            int length,
            RowBlock rows,
            int padded) {
        float[] piece = rows.piece;
        float[] sums = rows.sums;
        int[] starts = rows.starts;
        unpack(w, panel, col, length, piece, 0);
        if (TILE_PANELS == 2) {
            int next = Math.min(panel + 1, w.panels() - 1);
            unpack(w, next, col, length, piece, PIECE_VALUES);
        }
        for (int r = 0; r < padded; r += 4) {
            int x0 = starts[r] + from;
            int x1 = starts[r + 1] + from;
            int x2 = starts[r + 2] + from;
            int x3 = starts[r + 3] + from;
            for (int lane = 0; lane < PANEL / 2; lane += COUNT) {
                int a = r * PANEL + lane;
                if (TILE_PANELS == 2) {
                    int b = a + padded * PANEL;
                    Tiles.wideTile(
                            piece, lane, PIECE_VALUES, x, x0, x1, x2, x3, length, sums, a, b);
                } else {
                    Tiles.tile(piece, lane, x, x0, x1, x2, x3, length, sums, a);
                }
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
            case Weight.Bf16 _ -> throw new IllegalArgumentException("bf16 is taken as it is");
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
