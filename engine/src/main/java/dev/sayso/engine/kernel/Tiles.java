package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The inner products, where the time goes. Each adds Σₖ w[·, k] · x[k], in the order of k, to sums
/// it finds in `acc` and leaves there.
///
/// A *stream* is what one vector load reads of a panel for each k (see [Lanes#STREAMS]); it feeds
/// two vectors of sums, which lie at `a` and `a + 16`. A *column* is one row of x by four streams
/// of a packed weight: that is memory's business. A *tile* is four rows of x by one stream, of bf16
/// pairs or of floats unpacked into a small array: that is the cache's. Eight accumulators keep two
/// multiply-add units busy without spilling sixteen registers.
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
        for (int k = 0; k < count; k++, at += BF16) {
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
        for (int k = 0; k < count; k++, at += F32) {
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

    /// One row by two streams of 8-bit values.
    ///
    /// Two, and called from one place only: with more conversions of bytes in a compiled method, be
    /// it by inlining, C2 stops inlining vectors, and all is ten times slower.
    ///
    /// @param w0 where the first stream's scales begin; its values follow as [Weight.Int8] says
    /// @param v0 where the first stream's first value is
    static void int8Column(
            MemorySegment w,
            long w0,
            long v0,
            long w1,
            long v1,
            float[] x,
            int count,
            float[] acc,
            int a0,
            int a1) {
        FloatVector l0 = load(acc, a0);
        FloatVector u0 = load(acc, a0 + 16);
        FloatVector l1 = load(acc, a1);
        FloatVector u1 = load(acc, a1 + 16);
        for (int block = 0; block < count; block += Weight.Int8.BLOCK) {
            long at = (long) (block / Weight.Int8.BLOCK) * Weight.Int8.BLOCK_BYTES;
            IntVector s0 = IntVector.fromMemorySegment(Lanes.I, w, w0 + at, Lanes.LE);
            IntVector s1 = IntVector.fromMemorySegment(Lanes.I, w, w1 + at, Lanes.LE);
            FloatVector sl0 = Lanes.lower(s0);
            FloatVector su0 = Lanes.upper(s0);
            FloatVector sl1 = Lanes.lower(s1);
            FloatVector su1 = Lanes.upper(s1);
            int end = Math.min(count, block + Weight.Int8.BLOCK);
            for (int k = block; k < end; k++) {
                FloatVector b = FloatVector.broadcast(Lanes.F, x[k]);
                long value = at + (long) (k - block) * Weight.PANEL;
                l0 = Lanes.bytes(w, v0 + value).mul(sl0).fma(b, l0);
                u0 = Lanes.bytes(w, v0 + value + 16).mul(su0).fma(b, u0);
                l1 = Lanes.bytes(w, v1 + value).mul(sl1).fma(b, l1);
                u1 = Lanes.bytes(w, v1 + value + 16).mul(su1).fma(b, u1);
            }
        }
        store(l0, u0, acc, a0);
        store(l1, u1, acc, a1);
    }

    /// Four rows by one stream of bf16 pairs, a piece of a panel that stays in the cache.
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
            FloatVector low = Lanes.lower(pairs);
            FloatVector high = Lanes.upper(pairs);
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

    /// Four rows by one stream of an array of floats, `[k][32]`: unpacked weights, key panels.
    static void tile(
            float[] w,
            int w0,
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
        for (int k = 0; k < count; k++, at += Weight.PANEL) {
            FloatVector low = load(w, at);
            FloatVector high = load(w, at + 16);
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

    /// Four rows by two neighbouring vectors of an array of floats that step by `stride`: the
    /// values of attention.
    static void valueTile(
            float[] w,
            int w0,
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
            FloatVector high = load(w, at + Lanes.COUNT);
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

    /// Four rows by two streams of bf16 pairs, the second one's sums `b - a` behind the first's.
    /// For machines with 32 vector registers.
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
            FloatVector low = Lanes.lower(pairs);
            FloatVector high = Lanes.upper(pairs);
            IntVector others = IntVector.fromMemorySegment(Lanes.I, w, w1 + at, Lanes.LE);
            FloatVector otherLow = Lanes.lower(others);
            FloatVector otherHigh = Lanes.upper(others);
            FloatVector s = FloatVector.broadcast(Lanes.F, x[x0 + k]);
            l0 = low.fma(s, l0);
            u0 = high.fma(s, u0);
            m0 = otherLow.fma(s, m0);
            v0 = otherHigh.fma(s, v0);
            s = FloatVector.broadcast(Lanes.F, x[x1 + k]);
            l1 = low.fma(s, l1);
            u1 = high.fma(s, u1);
            m1 = otherLow.fma(s, m1);
            v1 = otherHigh.fma(s, v1);
            s = FloatVector.broadcast(Lanes.F, x[x2 + k]);
            l2 = low.fma(s, l2);
            u2 = high.fma(s, u2);
            m2 = otherLow.fma(s, m2);
            v2 = otherHigh.fma(s, v2);
            s = FloatVector.broadcast(Lanes.F, x[x3 + k]);
            l3 = low.fma(s, l3);
            u3 = high.fma(s, u3);
            m3 = otherLow.fma(s, m3);
            v3 = otherHigh.fma(s, v3);
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

    /// Four rows by two panels of floats, `[k][32]` each: the second one lies `next` behind the
    /// first, its sums `b - a` behind. For machines with 32 vector registers.
    static void wideTile(
            float[] w,
            int w0,
            int next,
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
        int at = w0;
        for (int k = 0; k < count; k++, at += Weight.PANEL) {
            FloatVector low = load(w, at);
            FloatVector high = load(w, at + 16);
            FloatVector otherLow = load(w, at + next);
            FloatVector otherHigh = load(w, at + next + 16);
            FloatVector s = FloatVector.broadcast(Lanes.F, x[x0 + k]);
            l0 = low.fma(s, l0);
            u0 = high.fma(s, u0);
            m0 = otherLow.fma(s, m0);
            v0 = otherHigh.fma(s, v0);
            s = FloatVector.broadcast(Lanes.F, x[x1 + k]);
            l1 = low.fma(s, l1);
            u1 = high.fma(s, u1);
            m1 = otherLow.fma(s, m1);
            v1 = otherHigh.fma(s, v1);
            s = FloatVector.broadcast(Lanes.F, x[x2 + k]);
            l2 = low.fma(s, l2);
            u2 = high.fma(s, u2);
            m2 = otherLow.fma(s, m2);
            v2 = otherHigh.fma(s, v2);
            s = FloatVector.broadcast(Lanes.F, x[x3 + k]);
            l3 = low.fma(s, l3);
            u3 = high.fma(s, u3);
            m3 = otherLow.fma(s, m3);
            v3 = otherHigh.fma(s, v3);
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
