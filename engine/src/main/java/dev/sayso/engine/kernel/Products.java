package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;

/// Products of rows with the panels of a weight, whatever its type: chooses the inner loop by type
/// and vector width, outside all loops.
///
/// One row reads a panel straight from memory ([Columns]). Several rows share it ([Tiles]): a piece
/// of a panel comes into the first-level cache, all rows pass by, then comes the next piece.
final class Products {

    private static final int PANEL = Weight.PANEL;
    private static final int COUNT = Lanes.COUNT;

    /// Inputs of a piece of packed values (16 KiB of bf16); whole blocks of 8-bit values.
    static final int PIECE = 256;

    /// Inputs of a piece of floats (16 KiB).
    static final int FLOAT_PIECE = 128;

    /// Where in an unpacked piece of 8-bit values the blocks' ratios begin.
    private static final int RATIOS = FLOAT_PIECE * PANEL;

    /// Floats that a piece takes.
    static final int PIECE_FLOATS = RATIOS + FLOAT_PIECE;

    private Products() {}

    /// One row by a panel.
    ///
    /// @param sums gets the panel's 32 sums
    /// @return nothing of meaning, but to be kept ([Columns])
    static int column(Weight w, int panel, float[] x, float[] sums) {
        MemorySegment data = w.data();
        long at = w.panelOffset(panel);
        int n = w.cols();
        int touched = 0;
        switch (w) {
            case Weight.Bf16 _ -> touched = Columns.bf16(data, at, x, n, sums, 0);
            case Weight.F32 _ -> touched = Columns.f32(data, at, x, n, sums, 0);
            case Weight.Int8 _ -> {
                if (COUNT == 16) {
                    touched = Columns.int8(data, at, x, n, sums, 0);
                } else {
                    for (int lane = 0; lane < 16; lane += 2 * COUNT) {
                        touched ^= Columns.int8(data, at, lane, x, n, sums, 0);
                    }
                }
            }
        }
        finish(w, panel, sums, 0, 1);
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
    static void add(
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
            float[] piece) {
        MemorySegment data = w.data();
        switch (w) {
            case Weight.Bf16 _ -> {
                for (int from = 0; from < inputs; from += PIECE) {
                    int count = Math.min(PIECE, inputs - from);
                    long piece0 = w.panelOffset(panel) + (long) (col + from) * w.stride();
                    bf16(data, piece0, x, at + 4 * from, stride, fours, count, sums, to);
                }
            }
            case Weight.Int8 _ -> {
                for (int from = 0; from < inputs; from += FLOAT_PIECE) {
                    int count = Math.min(FLOAT_PIECE, inputs - from);
                    long block = w.panelOffset(panel) + Weight.Int8.blockOffset(col + from);
                    unpack(data, block, count, piece);
                    int8(piece, x, at + 4 * from, stride, fours, count, sums, to);
                }
            }
            case Weight.F32 _ -> {
                for (int from = 0; from < inputs; from += FLOAT_PIECE) {
                    int count = Math.min(FLOAT_PIECE, inputs - from);
                    long piece0 = w.panelOffset(panel) + (long) (col + from) * w.stride();
                    MemorySegment.copy(data, Weight.F32.VALUE, piece0, piece, 0, count * PANEL);
                    floats(piece, 0, x, at + 4 * from, stride, fours, count, sums, to);
                }
            }
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

    /// Adds to rows' sums their products with `[k][32]` floats.
    static void floats(
            float[] w,
            int w0,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        for (int four = 0; four < fours; four++) {
            for (int lane = 0; lane < 16; lane += COUNT) {
                int a = to + four * 4 * PANEL + lane;
                Tiles.floatTile4(w, w0 + lane, x, at + four * stride, count, sums, a);
            }
        }
    }

    /// Adds to two rows' sums their products with columns of bf16 pairs.
    static void pairs(int[] w, int w0, float[] x, int at, int count, float[] sums) {
        for (int lane = 0; lane < 16; lane += COUNT) {
            Tiles.pairsTile2(w, w0 + lane, x, at, count, sums, lane);
        }
    }

    private static void bf16(
            MemorySegment w,
            long w0,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        int four = 0;
        for (; Lanes.EIGHT_ROWS && four + 1 < fours; four += 2) {
            int xa = at + four * stride;
            for (int lane = 0; lane < 16; lane += COUNT) {
                int a = to + four * 4 * PANEL + lane;
                Tiles.bf16Tile8(w, w0 + lane * 4L, x, xa, xa + stride, count, sums, a);
            }
        }
        for (; four < fours; four++) {
            for (int lane = 0; lane < 16; lane += COUNT) {
                int a = to + four * 4 * PANEL + lane;
                Tiles.bf16Tile4(w, w0 + lane * 4L, x, at + four * stride, count, sums, a);
            }
        }
    }

    /// Widens blocks of 8-bit values to floats, `[k][32]`, and behind [#FLOAT_PIECE] of them their
    /// ratios, `[block][32]`.
    private static void unpack(MemorySegment w, long block, int count, float[] into) {
        long at = block;
        for (int from = 0; from < count; from += Weight.Int8.BLOCK) {
            int columns = Math.min(Weight.Int8.BLOCK, count - from);
            Rows.widenPairs(w, at, into, RATIOS + from);
            Rows.widenBytes(w, at + Weight.Int8.RATIOS, columns, into, from * PANEL);
            at += Weight.Int8.BLOCK_BYTES;
        }
    }

    private static void int8(
            float[] piece,
            float[] x,
            int at,
            int stride,
            int fours,
            int count,
            float[] sums,
            int to) {
        for (int four = 0; four < fours; four++) {
            int xa = at + four * stride;
            for (int lane = 0; lane < 16; lane += COUNT) {
                int a = to + four * 4 * PANEL + lane;
                Tiles.int8Tile4(piece, lane, piece, RATIOS + lane, x, xa, count, sums, a);
            }
        }
    }
}
