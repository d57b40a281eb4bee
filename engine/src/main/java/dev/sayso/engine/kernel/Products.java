package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;

/// Products of rows with the panels of a weight, whatever its type: chooses the inner loop by type
/// and vector width, outside all loops.
///
/// One row reads panels straight from memory ([Columns]). Several rows share one ([Tiles]): a piece
/// of a panel comes into the first-level cache, widened to floats unless it is bf16, all rows pass
/// by, then comes the next piece.
final class Products {

    private static final int PANEL = Weight.PANEL;
    private static final int COUNT = Lanes.COUNT;

    /// Inputs of a piece (16 KiB as floats); whole blocks of 8-bit values.
    static final int PIECE = 128;

    /// Bytes of a vector's floats.
    private static final long LANES = COUNT * (long) Float.BYTES;

    /// Where behind a widened block of 8-bit values its ratios are.
    private static final long RATIOS = Weight.Int8.BLOCK * (long) PANEL * Float.BYTES;

    /// Floats that a piece takes (as bf16 it has twice as many inputs).
    static final int PIECE_FLOATS = 2 * PIECE * PANEL;

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

    /// How often that is, for all panels.
    static int groups(Weight w) {
        return (w.panels() + together(w) - 1) / together(w);
    }

    /// The panel behind those that one row passes at once from `panel` on.
    static int end(Weight w, int panel) {
        return Math.min(w.panels(), panel + together(w));
    }

    /// One row by the panels from `panel` to [#end].
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
                } else {
                    for (int lane = 0; lane < 16; lane += 2 * COUNT) {
                        touched ^= Columns.int8(data, at, lane, x, n, sums);
                    }
                }
            }
        }
        int end = end(w, panel);
        for (int p = panel; p < end; p++) {
            int from = (p - panel) * PANEL;
            if (w instanceof Weight.Int8 int8) {
                Columns.rest(int8, p, x, sums, from);
            }
            finish(w, p, sums, from, 1);
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
        int step = w instanceof Weight.Bf16 ? 2 * PIECE : PIECE;
        for (int from = 0; from < inputs; from += step) {
            int count = Math.min(step, inputs - from);
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
        if (!Lanes.EIGHT_ROWS) {
            Rows.widenPairs(w.data(), start, count, piece, 0);
            floats(piece, x, at, stride, fours, count, sums, to);
            return;
        }
        for (int four = 0; four < fours; four += 2) {
            int xa = at + four * stride;
            int a = to + four * 4 * PANEL;
            for (int part = 0; part < Lanes.STREAMS; part++) {
                long w0 = start + part * LANES;
                int sum = a + part * COUNT;
                Tiles.bf16Tile8(w.data(), w0, x, xa, xa + stride, count, sums, sum);
            }
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
            eights(piece, x, at + 4 * from, stride, fours, columns, sums, to);
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

    /// Adds to rows' sums their products with a piece of floats, four rows at a time: attention
    /// does with the smaller body, being a small part of the work.
    static void floats(
            MemorySegment piece,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        for (int four = 0; four < fours; four++) {
            int a = to + four * 4 * PANEL;
            for (int part = 0; part < Lanes.STREAMS; part++) {
                int sum = a + part * COUNT;
                Tiles.floatTile4(piece, part * LANES, x, at + four * stride, count, sums, sum);
            }
        }
    }

    /// The same, eight rows at a time where there are registers for them.
    private static void eights(
            MemorySegment piece,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        if (!Lanes.EIGHT_ROWS) {
            floats(piece, x, at, stride, fours, count, sums, to);
            return;
        }
        for (int four = 0; four < fours; four += 2) {
            int xa = at + four * stride;
            int a = to + four * 4 * PANEL;
            for (int part = 0; part < Lanes.STREAMS; part++) {
                int sum = a + part * COUNT;
                Tiles.floatTile8(piece, part * LANES, x, xa, xa + stride, count, sums, sum);
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
