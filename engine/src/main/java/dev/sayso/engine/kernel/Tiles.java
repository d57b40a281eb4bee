package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The inner products, where the time goes. Each adds Σₖ w[·, k] · x[k], in the order of k, to sums
/// it finds in `acc` and leaves there.
///
/// A *stream* is what one vector load reads of a panel for each k (see [Lanes#STREAMS]); it feeds
/// two vectors of sums, which lie at `a` and `a + 16`. A *tile* is four rows of x by one or two
/// streams, the sums of row r at `a + 32 r`; a *column* is one row of x by four streams. Eight
/// accumulators keep two multiply-add units busy without spilling sixteen registers.
///
/// Nothing is checked here: the callers checked shapes, and pass the same row or stream twice where
/// there are fewer than the body takes.
final class Tiles {

    private static final int BF16 = Weight.PANEL * Short.BYTES;
    private static final int F32 = Weight.PANEL * Float.BYTES;
    private static final int F32_UPPER = 16 * Float.BYTES;

    private Tiles() {}

    /// One row by four streams of bf16 pairs.
    static void bf16Column(
            MemorySegment w,
            long w0,
            long w1,
            long w2,
            long w3,
            float[] x,
            int from,
            int count,
            float[] acc,
            int a0,
            int a1,
            int a2,
            int a3) {
        FloatVector l0 = load(acc, a0);
        FloatVector u0 = load(acc, a0 + 16);
        FloatVector l1 = load(acc, a1);
        FloatVector u1 = load(acc, a1 + 16);
        FloatVector l2 = load(acc, a2);
        FloatVector u2 = load(acc, a2 + 16);
        FloatVector l3 = load(acc, a3);
        FloatVector u3 = load(acc, a3 + 16);
        long at = 0;
        for (int k = from; k < from + count; k++, at += BF16) {
            FloatVector b = FloatVector.broadcast(Lanes.F, x[k]);
            IntVector p0 = IntVector.fromMemorySegment(Lanes.I, w, w0 + at, Lanes.LE);
            IntVector p1 = IntVector.fromMemorySegment(Lanes.I, w, w1 + at, Lanes.LE);
            IntVector p2 = IntVector.fromMemorySegment(Lanes.I, w, w2 + at, Lanes.LE);
            IntVector p3 = IntVector.fromMemorySegment(Lanes.I, w, w3 + at, Lanes.LE);
            l0 = Lanes.lower(p0).fma(b, l0);
            u0 = Lanes.upper(p0).fma(b, u0);
            l1 = Lanes.lower(p1).fma(b, l1);
            u1 = Lanes.upper(p1).fma(b, u1);
            l2 = Lanes.lower(p2).fma(b, l2);
            u2 = Lanes.upper(p2).fma(b, u2);
            l3 = Lanes.lower(p3).fma(b, l3);
            u3 = Lanes.upper(p3).fma(b, u3);
        }
        store(l0, u0, acc, a0);
        store(l1, u1, acc, a1);
        store(l2, u2, acc, a2);
        store(l3, u3, acc, a3);
    }

    /// One row by four streams of floats.
    static void f32Column(
            MemorySegment w,
            long w0,
            long w1,
            long w2,
            long w3,
            float[] x,
            int from,
            int count,
            float[] acc,
            int a0,
            int a1,
            int a2,
            int a3) {
        FloatVector l0 = load(acc, a0);
        FloatVector u0 = load(acc, a0 + 16);
        FloatVector l1 = load(acc, a1);
        FloatVector u1 = load(acc, a1 + 16);
        FloatVector l2 = load(acc, a2);
        FloatVector u2 = load(acc, a2 + 16);
        FloatVector l3 = load(acc, a3);
        FloatVector u3 = load(acc, a3 + 16);
        long at = 0;
        for (int k = from; k < from + count; k++, at += F32) {
            FloatVector b = FloatVector.broadcast(Lanes.F, x[k]);
            l0 = load(w, w0 + at).fma(b, l0);
            u0 = load(w, w0 + at + F32_UPPER).fma(b, u0);
            l1 = load(w, w1 + at).fma(b, l1);
            u1 = load(w, w1 + at + F32_UPPER).fma(b, u1);
            l2 = load(w, w2 + at).fma(b, l2);
            u2 = load(w, w2 + at + F32_UPPER).fma(b, u2);
            l3 = load(w, w3 + at).fma(b, l3);
            u3 = load(w, w3 + at + F32_UPPER).fma(b, u3);
        }
        store(l0, u0, acc, a0);
        store(l1, u1, acc, a1);
        store(l2, u2, acc, a2);
        store(l3, u3, acc, a3);
    }

    /// Four rows by one stream of bf16 pairs.
    static void bf16Tile(
            MemorySegment w,
            long w0,
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int count,
            float[] acc,
            int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        FloatVector l2 = load(acc, a + 64);
        FloatVector u2 = load(acc, a + 80);
        FloatVector l3 = load(acc, a + 96);
        FloatVector u3 = load(acc, a + 112);
        long at = w0;
        for (int k = 0; k < count; k++, at += BF16) {
            IntVector pairs = IntVector.fromMemorySegment(Lanes.I, w, at, Lanes.LE);
            FloatVector lower = Lanes.lower(pairs);
            FloatVector upper = Lanes.upper(pairs);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[x0 + k]);
            l0 = lower.fma(b, l0);
            u0 = upper.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[x1 + k]);
            l1 = lower.fma(b, l1);
            u1 = upper.fma(b, u1);
            b = FloatVector.broadcast(Lanes.F, x[x2 + k]);
            l2 = lower.fma(b, l2);
            u2 = upper.fma(b, u2);
            b = FloatVector.broadcast(Lanes.F, x[x3 + k]);
            l3 = lower.fma(b, l3);
            u3 = upper.fma(b, u3);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
        store(l2, u2, acc, a + 64);
        store(l3, u3, acc, a + 96);
    }

    /// Four rows by two streams of bf16 pairs; the second one's sums lie `b` after the first's.
    static void bf16WideTile(
            MemorySegment w,
            long w0,
            long w1,
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int count,
            float[] acc,
            int a,
            int b) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        FloatVector l2 = load(acc, a + 64);
        FloatVector u2 = load(acc, a + 80);
        FloatVector l3 = load(acc, a + 96);
        FloatVector u3 = load(acc, a + 112);
        FloatVector m0 = load(acc, b);
        FloatVector v0 = load(acc, b + 16);
        FloatVector m1 = load(acc, b + 32);
        FloatVector v1 = load(acc, b + 48);
        FloatVector m2 = load(acc, b + 64);
        FloatVector v2 = load(acc, b + 80);
        FloatVector m3 = load(acc, b + 96);
        FloatVector v3 = load(acc, b + 112);
        long at = 0;
        for (int k = 0; k < count; k++, at += BF16) {
            IntVector pairs = IntVector.fromMemorySegment(Lanes.I, w, w0 + at, Lanes.LE);
            FloatVector lower = Lanes.lower(pairs);
            FloatVector upper = Lanes.upper(pairs);
            IntVector others = IntVector.fromMemorySegment(Lanes.I, w, w1 + at, Lanes.LE);
            FloatVector otherLower = Lanes.lower(others);
            FloatVector otherUpper = Lanes.upper(others);
            FloatVector s = FloatVector.broadcast(Lanes.F, x[x0 + k]);
            l0 = lower.fma(s, l0);
            u0 = upper.fma(s, u0);
            m0 = otherLower.fma(s, m0);
            v0 = otherUpper.fma(s, v0);
            s = FloatVector.broadcast(Lanes.F, x[x1 + k]);
            l1 = lower.fma(s, l1);
            u1 = upper.fma(s, u1);
            m1 = otherLower.fma(s, m1);
            v1 = otherUpper.fma(s, v1);
            s = FloatVector.broadcast(Lanes.F, x[x2 + k]);
            l2 = lower.fma(s, l2);
            u2 = upper.fma(s, u2);
            m2 = otherLower.fma(s, m2);
            v2 = otherUpper.fma(s, v2);
            s = FloatVector.broadcast(Lanes.F, x[x3 + k]);
            l3 = lower.fma(s, l3);
            u3 = upper.fma(s, u3);
            m3 = otherLower.fma(s, m3);
            v3 = otherUpper.fma(s, v3);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
        store(l2, u2, acc, a + 64);
        store(l3, u3, acc, a + 96);
        store(m0, v0, acc, b);
        store(m1, v1, acc, b + 32);
        store(m2, v2, acc, b + 64);
        store(m3, v3, acc, b + 96);
    }

    /// Four rows by one stream of floats.
    static void f32Tile(
            MemorySegment w,
            long w0,
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int count,
            float[] acc,
            int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        FloatVector l2 = load(acc, a + 64);
        FloatVector u2 = load(acc, a + 80);
        FloatVector l3 = load(acc, a + 96);
        FloatVector u3 = load(acc, a + 112);
        long at = w0;
        for (int k = 0; k < count; k++, at += F32) {
            FloatVector lower = load(w, at);
            FloatVector upper = load(w, at + F32_UPPER);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[x0 + k]);
            l0 = lower.fma(b, l0);
            u0 = upper.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[x1 + k]);
            l1 = lower.fma(b, l1);
            u1 = upper.fma(b, u1);
            b = FloatVector.broadcast(Lanes.F, x[x2 + k]);
            l2 = lower.fma(b, l2);
            u2 = upper.fma(b, u2);
            b = FloatVector.broadcast(Lanes.F, x[x3 + k]);
            l3 = lower.fma(b, l3);
            u3 = upper.fma(b, u3);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
        store(l2, u2, acc, a + 64);
        store(l3, u3, acc, a + 96);
    }

    /// Four rows by two vectors of a float array, which lie `upper` apart and step by `stride`:
    /// key panels (16, 32) and values (one vector, the row's width).
    static void heapTile(
            float[] w,
            int w0,
            int upper,
            int stride,
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int count,
            float[] acc,
            int a) {
        FloatVector l0 = load(acc, a);
        FloatVector u0 = load(acc, a + 16);
        FloatVector l1 = load(acc, a + 32);
        FloatVector u1 = load(acc, a + 48);
        FloatVector l2 = load(acc, a + 64);
        FloatVector u2 = load(acc, a + 80);
        FloatVector l3 = load(acc, a + 96);
        FloatVector u3 = load(acc, a + 112);
        int at = w0;
        for (int k = 0; k < count; k++, at += stride) {
            FloatVector low = load(w, at);
            FloatVector high = load(w, at + upper);
            FloatVector b = FloatVector.broadcast(Lanes.F, x[x0 + k]);
            l0 = low.fma(b, l0);
            u0 = high.fma(b, u0);
            b = FloatVector.broadcast(Lanes.F, x[x1 + k]);
            l1 = low.fma(b, l1);
            u1 = high.fma(b, u1);
            b = FloatVector.broadcast(Lanes.F, x[x2 + k]);
            l2 = low.fma(b, l2);
            u2 = high.fma(b, u2);
            b = FloatVector.broadcast(Lanes.F, x[x3 + k]);
            l3 = low.fma(b, l3);
            u3 = high.fma(b, u3);
        }
        store(l0, u0, acc, a);
        store(l1, u1, acc, a + 32);
        store(l2, u2, acc, a + 64);
        store(l3, u3, acc, a + 96);
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(Lanes.F, from, at);
    }

    private static FloatVector load(MemorySegment from, long at) {
        return FloatVector.fromMemorySegment(Lanes.F, from, at, Lanes.LE);
    }

    private static void store(FloatVector lower, FloatVector upper, float[] acc, int a) {
        lower.intoArray(acc, a);
        upper.intoArray(acc, a + 16);
    }
}
