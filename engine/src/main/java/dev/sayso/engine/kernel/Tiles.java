package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The innermost loops of products with several rows: sums of products that stay in registers.
///
/// Every lane is one output, and every sum one chain of fused multiply-adds in the order of the
/// inputs. The rows are multiplied with a piece of a panel, widened to floats, `[k][32]`. Such a
/// piece lies in memory that begins at a cache line; a Java array does not, so that every vector
/// read from it would touch two lines, which was a third of the speed.
///
/// The rows come packed by fours, `[k][4]` ([Fours]); the sums of row `r` lie at
/// `a + 32 r`, its upper half (panel rows 16 to 31) 16 further, and are added to, so that long sums
/// can be done in pieces.
///
/// All arguments are primitive, there is no branch inside, and no loop around the loop. The bodies
/// are written out by number of rows because C2 compiles each well as it stands: beyond some number
/// of operations in one method it stops inlining, silently, and is a hundred times slower. (A body
/// for 8-bit values, with the blocks' loop around it, was at that edge: below it in one process,
/// beyond it in the next.) Eight rows take 16 sums and need 32 vector registers; four take eight.
final class Tiles {

    private static final int PANEL = Weight.PANEL;

    /// Bytes of one column of a widened piece, and from there to its upper half.
    private static final long COLUMN = PANEL * Float.BYTES;

    private static final long UPPER = COLUMN / 2;

    private Tiles() {}

    /// Eight rows by the same lanes of a piece.
    static void tile8(
            MemorySegment w, long w0, float[] x, int xa, int xb, int count, float[] acc, int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        FloatVector l2 = load(acc, a + 64);
        FloatVector u2 = load(acc, a + 80);
        FloatVector l3 = load(acc, a + 96);
        FloatVector u3 = load(acc, a + 112);
        FloatVector l4 = load(acc, a + 128);
        FloatVector u4 = load(acc, a + 144);
        FloatVector l5 = load(acc, a + 160);
        FloatVector u5 = load(acc, a + 176);
        FloatVector l6 = load(acc, a + 192);
        FloatVector u6 = load(acc, a + 208);
        FloatVector l7 = load(acc, a + 224);
        FloatVector u7 = load(acc, a + 240);
        for (int k = 0; k < count; k++) {
            FloatVector low = floats(w, w0 + k * COLUMN);
            FloatVector high = floats(w, w0 + k * COLUMN + UPPER);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k]);
            l0 = low.fma(b, l0);
            u0 = high.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 1]);
            l1 = low.fma(b, l1);
            u1 = high.fma(b, u1);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 2]);
            l2 = low.fma(b, l2);
            u2 = high.fma(b, u2);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 3]);
            l3 = low.fma(b, l3);
            u3 = high.fma(b, u3);
            b = FloatVector.broadcast(Lanes.F, x[xb + 4 * k]);
            l4 = low.fma(b, l4);
            u4 = high.fma(b, u4);
            b = FloatVector.broadcast(Lanes.F, x[xb + 4 * k + 1]);
            l5 = low.fma(b, l5);
            u5 = high.fma(b, u5);
            b = FloatVector.broadcast(Lanes.F, x[xb + 4 * k + 2]);
            l6 = low.fma(b, l6);
            u6 = high.fma(b, u6);
            b = FloatVector.broadcast(Lanes.F, x[xb + 4 * k + 3]);
            l7 = low.fma(b, l7);
            u7 = high.fma(b, u7);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
        store(l2, u2, acc, a + 64);
        store(l3, u3, acc, a + 96);
        store(l4, u4, acc, a + 128);
        store(l5, u5, acc, a + 160);
        store(l6, u6, acc, a + 192);
        store(l7, u7, acc, a + 224);
    }

    /// Four rows by the same lanes of a piece.
    static void tile4(MemorySegment w, long w0, float[] x, int xa, int count, float[] acc, int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        FloatVector l2 = load(acc, a + 64);
        FloatVector u2 = load(acc, a + 80);
        FloatVector l3 = load(acc, a + 96);
        FloatVector u3 = load(acc, a + 112);
        for (int k = 0; k < count; k++) {
            FloatVector low = floats(w, w0 + k * COLUMN);
            FloatVector high = floats(w, w0 + k * COLUMN + UPPER);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k]);
            l0 = low.fma(b, l0);
            u0 = high.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 1]);
            l1 = low.fma(b, l1);
            u1 = high.fma(b, u1);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 2]);
            l2 = low.fma(b, l2);
            u2 = high.fma(b, u2);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 3]);
            l3 = low.fma(b, l3);
            u3 = high.fma(b, u3);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
        store(l2, u2, acc, a + 64);
        store(l3, u3, acc, a + 96);
    }

    /// Two of four packed rows by one stream of bf16 pairs, kept in an array: what a single
    /// position asks of the keys and values.
    static void pairsTile2(int[] w, int w0, float[] x, int xa, int count, float[] acc, int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        for (int k = 0; k < count; k++) {
            IntVector pairs = IntVector.fromArray(Lanes.I, w, w0 + k * (PANEL / 2));
            FloatVector low = Lanes.lower(pairs);
            FloatVector high = Lanes.upper(pairs);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k]);
            l0 = low.fma(b, l0);
            u0 = high.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[xa + 4 * k + 1]);
            l1 = low.fma(b, l1);
            u1 = high.fma(b, u1);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
    }

    private static FloatVector floats(MemorySegment w, long at) {
        return FloatVector.fromMemorySegment(Lanes.F, w, at, Lanes.LE);
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(Lanes.F, from, at);
    }

    private static void store(FloatVector lower, FloatVector upper, float[] acc, int a) {
        lower.intoArray(acc, a);
        upper.intoArray(acc, a + 16);
    }
}
