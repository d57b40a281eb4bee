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

    /// Inputs of a piece (16 KiB as floats); whole blocks of 8-bit values.
    static final int PIECE = 128;

    /// Bytes of a vector's floats.
    private static final long LANES = COUNT * (long) Float.BYTES;

    /// Where behind a widened block of 8-bit values its ratios are.
    private static final long RATIOS = Weight.Int8.BLOCK * (long) PANEL * Float.BYTES;

    /// Floats that a piece takes.
    static final int PIECE_FLOATS = PIECE * PANEL;

    /// Fours that pass by a piece together.
    private static final int TOGETHER = Lanes.EIGHT_ROWS ? 2 : 1;

    /// So few fours are not worth reading 8-bit values for before they are widened.
    static final int FEW = 4;

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

    /// Reads a panel of 8-bit values before it is widened piece by piece.
    ///
    /// @return nothing of meaning, but to be kept ([Rows#touch])
    static int touch(Weight w, int panel, int fours) {
        if (!(w instanceof Weight.Int8) || fours <= FEW) {
            return 0;
        }
        return Rows.touch(w.data(), w.panelOffset(panel), (long) w.cols() * w.stride());
    }

    /// Adds to rows' sums their products with a piece of a panel. Those of all pieces are to be
    /// followed by [#finish].
    ///
    /// @param col the first column; a multiple of [#PIECE]
    /// @param count of columns; at most [#PIECE]
    /// @param x the rows' inputs from that column on, packed by fours, one four after the other
    /// @param at where they begin in `x`
    /// @param fours how many
    /// @param sums row r's are 32, from `to + 32 r` on
    /// @param piece room for [#PIECE_FLOATS]
    static void add(
            Weight w,
            int panel,
            int col,
            int count,
            float[] x,
            int at,
            int fours,
            float[] sums,
            int to,
            MemorySegment piece) {
        long start = w.panelOffset(panel) + w.columnOffset(col);
        switch (w) {
            case Weight.Bf16 _ -> {
                Rows.widenPairs(w.data(), start, count, piece, 0);
                floats(piece, x, at, 4 * count, fours, count, sums, to);
            }
            case Weight.Int8 int8 -> addInt8(int8, start, x, at, fours, count, sums, to, piece);
            case Weight.F32 _ -> {
                MemorySegment.copy(w.data(), start, piece, 0, (long) count * w.stride());
                floats(piece, x, at, 4 * count, fours, count, sums, to);
            }
        }
    }

    /// Sums are brought to each block's unit in memory, before the block's products are added.
    private static void addInt8(
            Weight.Int8 w,
            long start,
            float[] x,
            int at,
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
            floats(piece, x, at + 4 * from, 4 * count, fours, columns, sums, to);
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

    /// Adds to rows' sums their products with a piece of floats, eight rows at a time where there
    /// are registers for them.
    static void floats(
            MemorySegment piece,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        for (int four = 0; four < fours; four += TOGETHER) {
            int xa = at + four * stride;
            int a = to + four * 4 * PANEL;
            for (int part = 0; part < Lanes.STREAMS; part++) {
                long w0 = part * LANES;
                int sum = a + part * COUNT;
                if (Lanes.EIGHT_ROWS) {
                    Tiles.tile8(piece, w0, x, xa, xa + stride, count, sums, sum);
                } else {
                    Tiles.tile4(piece, w0, x, xa, count, sums, sum);
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
