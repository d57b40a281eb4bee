package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The innermost loops of products with one row: one panel, read once, from its beginning to its
/// end, as fast as memory gives it.
///
/// A panel is [Lanes#STREAMS] streams wide; how many is known to the compiler, which leaves out
/// the others. The sums are chains in the order of the inputs, as in [Tiles].
///
/// The processor fetches ahead within a page of memory and stops at its end. So while one page is
/// worked on, the first lines of the next are *touched*: read, and nothing done with what was
/// read but that it is returned, so that the compiler leaves the reading in. That is worth a fifth
/// of the speed (BENCHMARKS.md).
final class Columns {

    private static final int PANEL = Weight.PANEL;
    private static final int COUNT = Lanes.COUNT;
    private static final int STREAMS = Lanes.STREAMS;

    /// Bytes from one stream of a panel of pairs or floats to the next.
    private static final long STREAM = COUNT * (long) Integer.BYTES;

    private static final long BF16 = PANEL * (long) Short.BYTES;
    private static final long F32 = PANEL * (long) Float.BYTES;
    private static final long INT8 = PANEL;
    private static final long F32_UPPER = F32 / 2;

    private static final long PAGE = 4096;
    private static final long LINE = 64;

    private static final int BLOCK = Weight.Int8.BLOCK;

    /// Columns of bf16 in a page.
    private static final int BF16_PAGE = (int) (PAGE / BF16);

    private Columns() {}

    /// Reads three lines at the beginning of the page after the next one.
    ///
    /// @param at where in `w` the reading is
    private static int touch(MemorySegment w, long at) {
        long ahead = Math.min((at + 2 * PAGE) & -PAGE, w.byteSize() - 3 * LINE);
        if (ahead < 0) {
            return 0;
        }
        return w.get(Weight.Bf16.PAIR, ahead)
                ^ w.get(Weight.Bf16.PAIR, ahead + LINE)
                ^ w.get(Weight.Bf16.PAIR, ahead + 2 * LINE);
    }

    /// One row by two panels of bf16 pairs, for vectors of sixteen lanes.
    ///
    /// @param acc gets the panels' sums, one after the other
    static int bf16(MemorySegment w, long w0, long w1, float[] x, int count, float[] acc) {
        FloatVector l0 = FloatVector.zero(Lanes.F);
        FloatVector u0 = l0;
        FloatVector l1 = l0;
        FloatVector u1 = l0;
        int touched = 0;
        for (int page = 0; page < count; page += BF16_PAGE) {
            touched ^= touch(w, w0 + page * BF16) ^ touch(w, w1 + page * BF16);
            int end = Math.min(count, page + BF16_PAGE);
            for (int k = page; k < end; k++) {
                FloatVector b = FloatVector.broadcast(Lanes.F, x[k]);
                IntVector p = pairs(w, w0 + k * BF16);
                l0 = Lanes.lower(p).fma(b, l0);
                u0 = Lanes.upper(p).fma(b, u0);
                p = pairs(w, w1 + k * BF16);
                l1 = Lanes.lower(p).fma(b, l1);
                u1 = Lanes.upper(p).fma(b, u1);
            }
        }
        store(l0, u0, acc, 0);
        store(l1, u1, acc, PANEL);
        return touched;
    }

    /// One row by a panel of bf16 pairs that begins at `w0`.
    ///
    /// @param acc gets the panel's 32 sums
    static int bf16(MemorySegment w, long w0, float[] x, int count, float[] acc) {
        FloatVector l0 = FloatVector.zero(Lanes.F);
        FloatVector u0 = l0;
        FloatVector l1 = l0;
        FloatVector u1 = l0;
        FloatVector l2 = l0;
        FloatVector u2 = l0;
        FloatVector l3 = l0;
        FloatVector u3 = l0;
        int touched = 0;
        for (int page = 0; page < count; page += BF16_PAGE) {
            touched ^= touch(w, w0 + page * BF16);
            int end = Math.min(count, page + BF16_PAGE);
            for (int k = page; k < end; k++) {
                long at = w0 + k * BF16;
                FloatVector b = FloatVector.broadcast(Lanes.F, x[k]);
                IntVector p = pairs(w, at);
                l0 = Lanes.lower(p).fma(b, l0);
                u0 = Lanes.upper(p).fma(b, u0);
                if (STREAMS > 1) {
                    p = pairs(w, at + STREAM);
                    l1 = Lanes.lower(p).fma(b, l1);
                    u1 = Lanes.upper(p).fma(b, u1);
                }
                if (STREAMS > 2) {
                    p = pairs(w, at + 2 * STREAM);
                    l2 = Lanes.lower(p).fma(b, l2);
                    u2 = Lanes.upper(p).fma(b, u2);
                    p = pairs(w, at + 3 * STREAM);
                    l3 = Lanes.lower(p).fma(b, l3);
                    u3 = Lanes.upper(p).fma(b, u3);
                }
            }
        }
        store(l0, u0, acc, 0);
        if (STREAMS > 1) {
            store(l1, u1, acc, COUNT);
        }
        if (STREAMS > 2) {
            store(l2, u2, acc, 2 * COUNT);
            store(l3, u3, acc, 3 * COUNT);
        }
        return touched;
    }

    /// One row by a panel of floats.
    static int f32(MemorySegment w, long w0, float[] x, int count, float[] acc) {
        FloatVector l0 = FloatVector.zero(Lanes.F);
        FloatVector u0 = l0;
        FloatVector l1 = l0;
        FloatVector u1 = l0;
        FloatVector l2 = l0;
        FloatVector u2 = l0;
        FloatVector l3 = l0;
        FloatVector u3 = l0;
        for (int k = 0; k < count; k++) {
            long at = w0 + k * F32;
            FloatVector b = FloatVector.broadcast(Lanes.F, x[k]);
            l0 = floats(w, at).fma(b, l0);
            u0 = floats(w, at + F32_UPPER).fma(b, u0);
            if (STREAMS > 1) {
                l1 = floats(w, at + STREAM).fma(b, l1);
                u1 = floats(w, at + STREAM + F32_UPPER).fma(b, u1);
            }
            if (STREAMS > 2) {
                l2 = floats(w, at + 2 * STREAM).fma(b, l2);
                u2 = floats(w, at + 2 * STREAM + F32_UPPER).fma(b, u2);
                l3 = floats(w, at + 3 * STREAM).fma(b, l3);
                u3 = floats(w, at + 3 * STREAM + F32_UPPER).fma(b, u3);
            }
        }
        store(l0, u0, acc, 0);
        if (STREAMS > 1) {
            store(l1, u1, acc, COUNT);
        }
        if (STREAMS > 2) {
            store(l2, u2, acc, 2 * COUNT);
            store(l3, u3, acc, 3 * COUNT);
        }
        return 0;
    }

    /// One row by three panels of 8-bit values, for vectors of sixteen lanes; the sums are in units
    /// of the last block's scale, as [Weight.Int8] says. [#rest] is still to be
    /// done. (It, a fourth panel or [#store] would be more than C2 inlines.)
    ///
    /// @param acc gets the panels' sums, one after the other
    static void int8(
            MemorySegment w, long w0, long w1, long w2, float[] x, int count, float[] acc) {
        FloatVector l0 = FloatVector.zero(Lanes.F);
        FloatVector u0 = l0;
        FloatVector l1 = l0;
        FloatVector u1 = l0;
        FloatVector l2 = l0;
        FloatVector u2 = l0;
        long block = 0;
        // that a block has always as many columns is worth half of the speed: C2 unrolls all of it
        for (int from = 0; from <= count - BLOCK; from += BLOCK) {
            IntVector ratios = pairs(w, w0 + block);
            l0 = l0.mul(Lanes.lower(ratios));
            u0 = u0.mul(Lanes.upper(ratios));
            ratios = pairs(w, w1 + block);
            l1 = l1.mul(Lanes.lower(ratios));
            u1 = u1.mul(Lanes.upper(ratios));
            ratios = pairs(w, w2 + block);
            l2 = l2.mul(Lanes.lower(ratios));
            u2 = u2.mul(Lanes.upper(ratios));
            long values = block + Weight.Int8.RATIOS;
            for (int k = 0; k < BLOCK; k++) {
                long at = values + k * INT8;
                FloatVector b = FloatVector.broadcast(Lanes.F, x[from + k]);
                l0 = Lanes.bytes(w, w0 + at).fma(b, l0);
                u0 = Lanes.bytes(w, w0 + at + 16).fma(b, u0);
                l1 = Lanes.bytes(w, w1 + at).fma(b, l1);
                u1 = Lanes.bytes(w, w1 + at + 16).fma(b, u1);
                l2 = Lanes.bytes(w, w2 + at).fma(b, l2);
                u2 = Lanes.bytes(w, w2 + at + 16).fma(b, u2);
            }
            block += Weight.Int8.BLOCK_BYTES;
        }
        l0.intoArray(acc, 0);
        u0.intoArray(acc, 16);
        l1.intoArray(acc, PANEL);
        u1.intoArray(acc, PANEL + 16);
        l2.intoArray(acc, 2 * PANEL);
        u2.intoArray(acc, 2 * PANEL + 16);
    }

    /// One row by two neighbouring streams of a panel of 8-bit values, for narrower vectors. (Four
    /// at once would be more conversions than C2 inlines.) [#rest] is still to be done.
    ///
    /// @param lane of the panel where the first stream begins
    static int int8(MemorySegment w, long w0, int lane, float[] x, int count, float[] acc) {
        FloatVector l0 = FloatVector.zero(Lanes.F);
        FloatVector u0 = l0;
        FloatVector l1 = l0;
        FloatVector u1 = l0;
        int touched = 0;
        long block = w0;
        for (int from = 0; from <= count - BLOCK; from += BLOCK) {
            touched ^= touch(w, block);
            IntVector ratios = pairs(w, block + lane * 4L);
            l0 = l0.mul(Lanes.lower(ratios));
            u0 = u0.mul(Lanes.upper(ratios));
            ratios = pairs(w, block + lane * 4L + STREAM);
            l1 = l1.mul(Lanes.lower(ratios));
            u1 = u1.mul(Lanes.upper(ratios));
            long values = block + Weight.Int8.RATIOS + lane;
            for (int k = 0; k < BLOCK; k++) {
                long at = values + k * INT8;
                FloatVector b = FloatVector.broadcast(Lanes.F, x[from + k]);
                l0 = Lanes.bytes(w, at).fma(b, l0);
                u0 = Lanes.bytes(w, at + 16).fma(b, u0);
                l1 = Lanes.bytes(w, at + COUNT).fma(b, l1);
                u1 = Lanes.bytes(w, at + COUNT + 16).fma(b, u1);
            }
            block += Weight.Int8.BLOCK_BYTES;
        }
        store(l0, u0, acc, lane);
        store(l1, u1, acc, lane + COUNT);
        return touched;
    }

    /// Adds the last block of a panel of 8-bit values when it is shorter than the others, which it
    /// is in no published model.
    static void rest(Weight.Int8 w, int panel, float[] x, float[] acc, int a) {
        int from = w.cols() - w.cols() % BLOCK;
        if (from == w.cols()) {
            return;
        }
        for (int i = 0; i < PANEL; i++) {
            int row = panel * PANEL + i;
            float sum = acc[a + i] * w.ratio(row, from / BLOCK);
            for (int k = from; k < w.cols(); k++) {
                sum = Math.fma(w.value(row, k), x[k], sum);
            }
            acc[a + i] = sum;
        }
    }

    private static IntVector pairs(MemorySegment w, long at) {
        return IntVector.fromMemorySegment(Lanes.I, w, at, Lanes.LE);
    }

    private static FloatVector floats(MemorySegment w, long at) {
        return FloatVector.fromMemorySegment(Lanes.F, w, at, Lanes.LE);
    }

    private static void store(FloatVector lower, FloatVector upper, float[] acc, int a) {
        lower.intoArray(acc, a);
        upper.intoArray(acc, a + 16);
    }
}
