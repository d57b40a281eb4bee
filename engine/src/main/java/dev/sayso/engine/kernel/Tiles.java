package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The innermost loops of products with several rows: sums of products that stay in registers.
///
/// Every lane is one output, and every sum one chain of fused multiply-adds in the order of the
/// inputs. The rows are multiplied with a piece of a panel, widened to floats, `[k][32]`
/// ([Piece]), a block of its inputs after the other. Before each block the sums are multiplied by
/// their outputs' ratios, `[block][32]`: that brings them to the unit of a block of 8-bit values,
/// and changes nothing where it is one.
///
/// The rows come packed by tiles, `[k][rows]` ([PackedRows]), from `xa` to before `end`, `step`
/// values for each block; the sums of row `r` lie at `a + 32 r`, its upper half (panel rows 16 to
/// 31) 16 further, so that long sums can be done in pieces.
///
/// All arguments are primitive, and there is no branch inside. One index runs through rows and
/// piece: each further one is additions in the loop, and they take places of multiply-adds. The
/// bodies for eight and four rows call the Vector API alone and no helper of ours: beyond some
/// number of operations in a method C2 inlines only what the JDK tells it to, silently, and what
/// is left out is a hundred times slower. And they call it on what was just read, never on a sum,
/// whose class C2 does not know from one turn of the loop to the next. Eight rows take 16 sums and
/// need 32 vector registers; four take half of that.
final class Tiles {

    private static final int PANEL = Weight.PANEL;

    /// Bytes from a column of a piece to its upper half.
    private static final long UPPER = Piece.COLUMN / 2;

    private Tiles() {}

    /// Eight rows by the same lanes of a piece.
    static void tile8(
            MemorySegment w,
            long ratios,
            long w0,
            float[] x,
            int xa,
            int end,
            int step,
            float[] acc,
            int a) {
        FloatVector l0 = FloatVector.fromArray(Lanes.F, acc, a);
        FloatVector u0 = FloatVector.fromArray(Lanes.F, acc, a + 16);
        FloatVector l1 = FloatVector.fromArray(Lanes.F, acc, a + 32);
        FloatVector u1 = FloatVector.fromArray(Lanes.F, acc, a + 48);
        FloatVector l2 = FloatVector.fromArray(Lanes.F, acc, a + 64);
        FloatVector u2 = FloatVector.fromArray(Lanes.F, acc, a + 80);
        FloatVector l3 = FloatVector.fromArray(Lanes.F, acc, a + 96);
        FloatVector u3 = FloatVector.fromArray(Lanes.F, acc, a + 112);
        FloatVector l4 = FloatVector.fromArray(Lanes.F, acc, a + 128);
        FloatVector u4 = FloatVector.fromArray(Lanes.F, acc, a + 144);
        FloatVector l5 = FloatVector.fromArray(Lanes.F, acc, a + 160);
        FloatVector u5 = FloatVector.fromArray(Lanes.F, acc, a + 176);
        FloatVector l6 = FloatVector.fromArray(Lanes.F, acc, a + 192);
        FloatVector u6 = FloatVector.fromArray(Lanes.F, acc, a + 208);
        FloatVector l7 = FloatVector.fromArray(Lanes.F, acc, a + 224);
        FloatVector u7 = FloatVector.fromArray(Lanes.F, acc, a + 240);
        long start = w0 - xa * (Piece.COLUMN / 8);
        for (int from = xa; from < end; from += step) {
            FloatVector low = FloatVector.fromMemorySegment(Lanes.F, w, ratios, Lanes.LE);
            FloatVector high = FloatVector.fromMemorySegment(Lanes.F, w, ratios + UPPER, Lanes.LE);
            l0 = low.mul(l0);
            u0 = high.mul(u0);
            l1 = low.mul(l1);
            u1 = high.mul(u1);
            l2 = low.mul(l2);
            u2 = high.mul(u2);
            l3 = low.mul(l3);
            u3 = high.mul(u3);
            l4 = low.mul(l4);
            u4 = high.mul(u4);
            l5 = low.mul(l5);
            u5 = high.mul(u5);
            l6 = low.mul(l6);
            u6 = high.mul(u6);
            l7 = low.mul(l7);
            u7 = high.mul(u7);
            ratios += Piece.COLUMN;
            int to = Math.min(end, from + step);
            for (int i = from; i < to; i += 8) {
                long at = start + i * (Piece.COLUMN / 8);
                low = FloatVector.fromMemorySegment(Lanes.F, w, at, Lanes.LE);
                high = FloatVector.fromMemorySegment(Lanes.F, w, at + UPPER, Lanes.LE);
                FloatVector b = FloatVector.broadcast(Lanes.F, x[i]);
                l0 = low.fma(b, l0);
                u0 = high.fma(b, u0);
                b = FloatVector.broadcast(Lanes.F, x[i + 1]);
                l1 = low.fma(b, l1);
                u1 = high.fma(b, u1);
                b = FloatVector.broadcast(Lanes.F, x[i + 2]);
                l2 = low.fma(b, l2);
                u2 = high.fma(b, u2);
                b = FloatVector.broadcast(Lanes.F, x[i + 3]);
                l3 = low.fma(b, l3);
                u3 = high.fma(b, u3);
                b = FloatVector.broadcast(Lanes.F, x[i + 4]);
                l4 = low.fma(b, l4);
                u4 = high.fma(b, u4);
                b = FloatVector.broadcast(Lanes.F, x[i + 5]);
                l5 = low.fma(b, l5);
                u5 = high.fma(b, u5);
                b = FloatVector.broadcast(Lanes.F, x[i + 6]);
                l6 = low.fma(b, l6);
                u6 = high.fma(b, u6);
                b = FloatVector.broadcast(Lanes.F, x[i + 7]);
                l7 = low.fma(b, l7);
                u7 = high.fma(b, u7);
            }
        }
        l0.intoArray(acc, a);
        u0.intoArray(acc, a + 16);
        l1.intoArray(acc, a + 32);
        u1.intoArray(acc, a + 48);
        l2.intoArray(acc, a + 64);
        u2.intoArray(acc, a + 80);
        l3.intoArray(acc, a + 96);
        u3.intoArray(acc, a + 112);
        l4.intoArray(acc, a + 128);
        u4.intoArray(acc, a + 144);
        l5.intoArray(acc, a + 160);
        u5.intoArray(acc, a + 176);
        l6.intoArray(acc, a + 192);
        u6.intoArray(acc, a + 208);
        l7.intoArray(acc, a + 224);
        u7.intoArray(acc, a + 240);
    }

    /// Four rows by the same lanes of a piece.
    static void tile4(
            MemorySegment w,
            long ratios,
            long w0,
            float[] x,
            int xa,
            int end,
            int step,
            float[] acc,
            int a) {
        FloatVector l0 = FloatVector.fromArray(Lanes.F, acc, a);
        FloatVector u0 = FloatVector.fromArray(Lanes.F, acc, a + 16);
        FloatVector l1 = FloatVector.fromArray(Lanes.F, acc, a + 32);
        FloatVector u1 = FloatVector.fromArray(Lanes.F, acc, a + 48);
        FloatVector l2 = FloatVector.fromArray(Lanes.F, acc, a + 64);
        FloatVector u2 = FloatVector.fromArray(Lanes.F, acc, a + 80);
        FloatVector l3 = FloatVector.fromArray(Lanes.F, acc, a + 96);
        FloatVector u3 = FloatVector.fromArray(Lanes.F, acc, a + 112);
        long start = w0 - xa * (Piece.COLUMN / 4);
        for (int from = xa; from < end; from += step) {
            FloatVector low = FloatVector.fromMemorySegment(Lanes.F, w, ratios, Lanes.LE);
            FloatVector high = FloatVector.fromMemorySegment(Lanes.F, w, ratios + UPPER, Lanes.LE);
            l0 = low.mul(l0);
            u0 = high.mul(u0);
            l1 = low.mul(l1);
            u1 = high.mul(u1);
            l2 = low.mul(l2);
            u2 = high.mul(u2);
            l3 = low.mul(l3);
            u3 = high.mul(u3);
            ratios += Piece.COLUMN;
            int to = Math.min(end, from + step);
            for (int i = from; i < to; i += 4) {
                long at = start + i * (Piece.COLUMN / 4);
                low = FloatVector.fromMemorySegment(Lanes.F, w, at, Lanes.LE);
                high = FloatVector.fromMemorySegment(Lanes.F, w, at + UPPER, Lanes.LE);
                FloatVector b = FloatVector.broadcast(Lanes.F, x[i]);
                l0 = low.fma(b, l0);
                u0 = high.fma(b, u0);
                b = FloatVector.broadcast(Lanes.F, x[i + 1]);
                l1 = low.fma(b, l1);
                u1 = high.fma(b, u1);
                b = FloatVector.broadcast(Lanes.F, x[i + 2]);
                l2 = low.fma(b, l2);
                u2 = high.fma(b, u2);
                b = FloatVector.broadcast(Lanes.F, x[i + 3]);
                l3 = low.fma(b, l3);
                u3 = high.fma(b, u3);
            }
        }
        l0.intoArray(acc, a);
        u0.intoArray(acc, a + 16);
        l1.intoArray(acc, a + 32);
        u1.intoArray(acc, a + 48);
        l2.intoArray(acc, a + 64);
        u2.intoArray(acc, a + 80);
        l3.intoArray(acc, a + 96);
        u3.intoArray(acc, a + 112);
    }

    /// Two packed rows by one stream of bf16 pairs, kept in an array: what a single position asks
    /// of the keys and values.
    static void pairsTile2(int[] w, int w0, float[] x, int xa, int count, float[] acc, int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        for (int k = 0; k < count; k++) {
            IntVector pairs = IntVector.fromArray(Lanes.I, w, w0 + k * (PANEL / 2));
            FloatVector low = Lanes.lower(pairs);
            FloatVector high = Lanes.upper(pairs);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[xa + PackedRows.TILE * k]);
            l0 = low.fma(b, l0);
            u0 = high.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[xa + PackedRows.TILE * k + 1]);
            l1 = low.fma(b, l1);
            u1 = high.fma(b, u1);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(Lanes.F, from, at);
    }

    private static void store(FloatVector lower, FloatVector upper, float[] acc, int a) {
        lower.intoArray(acc, a);
        upper.intoArray(acc, a + 16);
    }
}
