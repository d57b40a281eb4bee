package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;

/// Products of rows with the panels of a weight, whatever its type: chooses the inner loop by type
/// and vector width, outside all loops.
///
/// One row reads panels straight from memory ([Columns]). Several rows share one ([Tiles]): a piece
/// of a panel is widened to floats into the first-level cache, all rows pass by, then comes the
/// next piece.
final class Products {

    private static final int PANEL = Weight.PANEL;
    private static final int COUNT = Lanes.COUNT;

    /// Inputs of a piece (16 KiB as floats); whole blocks of 8-bit values.
    static final int PIECE = 128;

    /// Bytes of a vector's floats.
    private static final long LANES = COUNT * (long) Float.BYTES;

    /// Rows that are multiplied at a time.
    private static final int ROWS = Lanes.EIGHT_ROWS ? 8 : 4;

    /// Where behind a widened block of 8-bit values its ratios are.
    private static final long RATIOS = Weight.Int8.BLOCK * (long) PANEL * Float.BYTES;

    /// Floats that a piece takes.
    static final int PIECE_FLOATS = PIECE * PANEL;

    /// So few fours are not worth reading 8-bit values for before they are widened.
    private static final int FEW = 4;

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

    /// One row by as many panels as it passes at once, or as there are left.
    ///
    /// @param sums gets 32 for each of the panels from `panel` on
    /// @return nothing of meaning, but to be kept ([Columns])
    static int columns(Weight w, int panel, float[] x, float[] sums) {
        MemorySegment data = w.data();
        int last = w.panels() - 1;
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
                    Columns.rest(data, at, x, n, sums, 0);
                    Columns.rest(data, second, x, n, sums, PANEL);
                    Columns.rest(data, third, x, n, sums, 2 * PANEL);
                } else {
                    for (int lane = 0; lane < 16; lane += 2 * COUNT) {
                        touched ^= Columns.int8(data, at, lane, x, n, sums);
                    }
                    Columns.rest(data, at, x, n, sums, 0);
                }
            }
        }
        for (int i = 0; i < together(w) && panel + i <= last; i++) {
            finish(w, panel + i, sums, i * PANEL, 1);
        }
        return touched;
    }

    /// Adds to rows' sums their products with some columns of a panel. Those of all columns are to
    /// be followed by [#finish].
    ///
    /// @param col the first column; a multiple of [#PIECE]
    /// @param x the rows' inputs from that column on, packed by fours
    /// @param at where the first four's inputs begin in `x`, the next ones' `stride` further
    /// @param fours how many
    /// @param sums row r's are 32, from `to + 32 r` on
    /// @param piece room for [#PIECE_FLOATS]
    /// @return nothing of meaning, but to be kept ([Rows#touch])
    static int add(
            Weight w,
            int panel,
            int col,
            int inputs,
            float[] x,
            int at,
            int stride,
            int fours,
            float[] sums,
            int to,
            MemorySegment piece) {
        long panelAt = w.panelOffset(panel);
        int touched = 0;
        if (w instanceof Weight.Int8 && fours > FEW) {
            long bytes = (long) inputs * w.stride();
            touched = Rows.touch(w.data(), panelAt + w.columnOffset(col), bytes);
        }
        for (int from = 0; from < inputs; from += PIECE) {
            int count = Math.min(PIECE, inputs - from);
            int xa = at + 4 * from;
            long start = panelAt + w.columnOffset(col + from);
            switch (w) {
                case Weight.Bf16 bf16 ->
                        addBf16(bf16, start, x, xa, stride, fours, count, sums, to, piece);
                case Weight.Int8 int8 ->
                        addInt8(int8, start, x, xa, stride, fours, count, sums, to, piece);
                case Weight.F32 f32 -> {
                    long size = (long) count * w.stride();
                    MemorySegment.copy(f32.data(), start, piece, 0, size);
                    floats(piece, x, xa, stride, fours, count, sums, to);
                }
            }
        }
        return touched;
    }

    private static void addBf16(
            Weight.Bf16 w,
            long start,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to,
            MemorySegment piece) {
        int done = 0;
        if (Lanes.EIGHT_ROWS) {
            for (int part = 0; part < Lanes.STREAMS; part++) {
                long w0 = start + part * LANES;
                int a = to + part * COUNT;
                Tiles.bf16Tile8(w.data(), w0, x, at, at + stride, count, sums, a);
            }
            done = 2;
        }
        if (done < fours) {
            Rows.widenPairs(w.data(), start, count, piece, 0);
            int first = at + done * stride;
            floats(piece, x, first, stride, fours - done, count, sums, to + done * 4 * PANEL);
        }
    }

    /// Sums are brought to each block's unit in memory, before the block's products are added.
    private static void addInt8(
            Weight.Int8 w,
            long start,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to,
            MemorySegment piece) {
        long block = start;
        for (int from = 0; from < count; from += Weight.Int8.BLOCK) {
            int columns = Math.min(Weight.Int8.BLOCK, count - from);
            Rows.widenPairs(w.data(), block, 1, piece, RATIOS);
            Rows.widenBytes(w.data(), block + Weight.Int8.RATIOS, columns, piece, 0);
            for (int lane = 0; lane < PANEL; lane += COUNT) {
                Rows.scale(piece, RATIOS + lane * 4L, sums, to + lane, 4 * fours);
            }
            floats(piece, x, at + 4 * from, stride, fours, columns, sums, to);
            block += Weight.Int8.BLOCK_BYTES;
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
    static void floats(
            MemorySegment piece,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        for (int four = 0; four < fours; four += ROWS / 4) {
            rows(piece, x, at + four * stride, stride, count, sums, to + four * 4 * PANEL);
        }
    }

    /// The same for as many rows as are multiplied at a time.
    private static void rows(
            MemorySegment piece, float[] x, int at, int stride, int count, float[] sums, int to) {
        for (int part = 0; part < Lanes.STREAMS; part++) {
            int a = to + part * COUNT;
            if (Lanes.EIGHT_ROWS) {
                Tiles.floatTile8(piece, part * LANES, x, at, at + stride, count, sums, a);
            } else {
                Tiles.floatTile4(piece, part * LANES, x, at, count, sums, a);
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
