package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;

/// Products of rows with the panels of a weight, whatever its type: chooses the inner loop by type
/// and vector width, outside all loops.
///
/// One row reads panels straight from memory ([Columns]). Several rows share one ([Tiles]): a piece
/// of a panel comes into the first-level cache, widened to floats, all rows pass by, then comes the
/// next piece.
final class Products {

    private static final int PANEL = Weight.PANEL;
    private static final int COUNT = Lanes.COUNT;

    /// Bytes of a vector's floats.
    private static final long LANES = COUNT * (long) Float.BYTES;

    /// So few rows are not worth reading 8-bit values for before they are widened.
    static final int FEW = 16;

    /// Most panels that one row passes at once.
    static final int MOST_TOGETHER = 3;

    private Products() {}

    /// How many panels one row passes at once. With the widest vectors several keep more lines of
    /// memory on their way; with others, one panel is several streams already.
    static int together(Weight w) {
        if (COUNT < 16) {
            return 1;
        }
        return switch (w) {
            case Weight.Bf16 _ -> 2;
            case Weight.Int8 _ -> MOST_TOGETHER;
            case Weight.F32 _ -> 1;
        };
    }

    /// How often that is, for all panels.
    static int groups(Weight w) {
        return (w.panels() + together(w) - 1) / together(w);
    }

    /// The panel behind those that one row passes at once from `panel` on.
    static int end(Weight w, int panel) {
        return Math.min(w.panels(), panel + together(w));
    }

    /// One row by the panels from `panel` to before `end`, no more than [#together].
    ///
    /// @param sums gets 32 for each of the panels from `panel` on
    /// @return nothing of meaning, but to be kept ([Columns])
    static int columns(Weight w, int panel, int end, float[] x, float[] sums) {
        MemorySegment data = w.data();
        int last = end - 1;
        long at = w.panelOffset(panel);
        int n = w.cols();
        int touched = 0;
        switch (w) {
            case Weight.Bf16 _ -> {
                if (COUNT == 16) {
                    long second = w.panelOffset(Math.min(panel + 1, last));
                    touched = Columns.bf16(data, at, second, x, n, sums);
                } else {
                    touched = Columns.bf16(data, at, x, n, sums);
                }
            }
            case Weight.F32 _ -> touched = Columns.f32(data, at, x, n, sums);
            case Weight.Int8 _ -> {
                if (COUNT == 16) {
                    long second = w.panelOffset(Math.min(panel + 1, last));
                    long third = w.panelOffset(Math.min(panel + 2, last));
                    Columns.int8(data, at, second, third, x, n, sums);
                } else {
                    for (int lane = 0; lane < 16; lane += 2 * COUNT) {
                        touched ^= Columns.int8(data, at, lane, x, n, sums);
                    }
                }
            }
        }
        for (int p = panel; p < end; p++) {
            int from = (p - panel) * PANEL;
            if (w instanceof Weight.Int8 int8) {
                Columns.rest(int8, p, x, sums, from);
            }
            finish(w, p, sums, from, 1);
        }
        return touched;
    }

    /// Reads a panel of 8-bit values before it is widened piece by piece.
    ///
    /// @return nothing of meaning, but to be kept ([Rows#touch])
    static int touch(Weight w, int panel, int rows) {
        if (!(w instanceof Weight.Int8) || rows <= FEW) {
            return 0;
        }
        return Rows.touch(w.data(), w.panelOffset(panel), (long) w.cols() * w.stride());
    }

    /// Adds to rows' sums their products with a piece of a panel. Those of all pieces are to be
    /// followed by [#finish].
    ///
    /// @param col the first column; a multiple of [Piece#INPUTS]
    /// @param count of columns; at most as many
    /// @param x the rows' inputs from that column on, packed by tiles, one tile after the other
    /// @param at where they begin in `x`
    /// @param tiles how many
    /// @param sums row r's are 32, from `to + 32 r` on
    /// @param piece room for that many columns
    static void add(
            Weight w,
            int panel,
            int col,
            int count,
            float[] x,
            int at,
            int tiles,
            float[] sums,
            int to,
            MemorySegment piece) {
        long start = w.panelOffset(panel) + w.columnOffset(col);
        switch (w) {
            case Weight.Bf16 _ -> Rows.widenPairs(w.data(), start, count, piece, Piece.VALUES);
            case Weight.Int8 int8 -> widenBlocks(int8.data(), start, count, piece);
            case Weight.F32 _ -> {
                long bytes = (long) count * w.stride();
                MemorySegment.copy(w.data(), start, piece, Piece.VALUES, bytes);
            }
        }
        boolean blocks = w instanceof Weight.Int8;
        int block = blocks ? Weight.Int8.BLOCK : count;
        long ratios = blocks ? Piece.RATIOS : Piece.ONES;
        int stride = PackedRows.TILE * count;
        multiply(piece, x, at, stride, tiles, count, block, ratios, sums, to);
    }

    private static void widenBlocks(MemorySegment w, long start, int count, MemorySegment piece) {
        long block = start;
        long ratios = Piece.RATIOS;
        for (int from = 0; from < count; from += Weight.Int8.BLOCK) {
            int columns = Math.min(Weight.Int8.BLOCK, count - from);
            Rows.widenPairs(w, block, 1, piece, ratios);
            long values = Piece.VALUES + from * Piece.COLUMN;
            Rows.widenBytes(w, block + Weight.Int8.RATIOS, columns, piece, values);
            block += Weight.Int8.BLOCK_BYTES;
            ratios += Piece.COLUMN;
        }
    }

    /// Brings rows' sums to the unit they are wanted in.
    static void finish(Weight w, int panel, float[] sums, int from, int rows) {
        if (!(w instanceof Weight.Int8)) {
            return;
        }
        long scales = w.panelOffset(panel) + Weight.Int8.scalesOffset(w.cols());
        for (int lane = 0; lane < PANEL; lane += COUNT) {
            Rows.scale(w.data(), scales + lane * 4L, sums, from + lane, rows);
        }
    }

    /// Adds to rows' sums their products with a piece of floats.
    ///
    /// @param stride from one tile of `x` to the next
    static void floats(
            MemorySegment piece,
            float[] x,
            int at,
            int stride,
            int tiles,
            int count,
            float[] sums,
            int to) {
        multiply(piece, x, at, stride, tiles, count, count, Piece.ONES, sums, to);
    }

    /// A tile of rows passes by the whole piece, then comes the next tile.
    ///
    /// @param block columns that share ratios
    /// @param ratios where those of the first block are
    private static void multiply(
            MemorySegment piece,
            float[] x,
            int at,
            int stride,
            int tiles,
            int count,
            int block,
            long ratios,
            float[] sums,
            int to) {
        for (int tile = 0; tile < tiles; tile++) {
            int xa = at + tile * stride;
            int a = to + tile * PackedRows.TILE * PANEL;
            for (int part = 0; part < Lanes.STREAMS; part++) {
                int sum = a + part * COUNT;
                long ratio = ratios + part * LANES;
                long w0 = Piece.VALUES + part * LANES;
                int end = xa + PackedRows.TILE * count;
                int step = PackedRows.TILE * block;
                if (Lanes.EIGHT_ROWS) {
                    Tiles.tile8(piece, ratio, w0, x, xa, end, step, sums, sum);
                } else {
                    Tiles.tile4(piece, ratio, w0, x, xa, end, step, sums, sum);
                }
            }
        }
    }

    /// Adds to two rows' sums their products with columns of bf16 pairs.
    static void pairs(int[] w, int w0, float[] x, int at, int count, float[] sums) {
        for (int lane = 0; lane < 16; lane += COUNT) {
            Tiles.pairsTile2(w, w0 + lane, x, at, count, sums, lane);
        }
    }
}
