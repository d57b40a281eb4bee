package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// Element-wise functions and row reductions with vectors, bit for bit as [Formulas] and
/// [ScalarKernels] do them. The values left over behind the last whole vector are done one by one.
final class Rows {

    private static final int COUNT = Lanes.COUNT;

    /// Bytes of a panel's column of bf16 pairs.
    private static final long PAIRS = Weight.PANEL * Short.BYTES;

    /// Bytes of a line of the caches.
    private static final long LINE = 64;

    private static final FloatVector ONE = FloatVector.broadcast(Lanes.F, 1f);
    private static final FloatVector ROUND = FloatVector.broadcast(Lanes.F, Formulas.ROUND);
    private static final FloatVector EXP_1 = FloatVector.broadcast(Lanes.F, Formulas.EXP_1);
    private static final FloatVector EXP_2 = FloatVector.broadcast(Lanes.F, Formulas.EXP_2);
    private static final FloatVector EXP_3 = FloatVector.broadcast(Lanes.F, Formulas.EXP_3);
    private static final FloatVector EXP_4 = FloatVector.broadcast(Lanes.F, Formulas.EXP_4);
    private static final FloatVector EXP_5 = FloatVector.broadcast(Lanes.F, Formulas.EXP_5);
    private static final FloatVector ERF_1 = FloatVector.broadcast(Lanes.F, Formulas.ERF_1);
    private static final FloatVector ERF_2 = FloatVector.broadcast(Lanes.F, Formulas.ERF_2);
    private static final FloatVector ERF_3 = FloatVector.broadcast(Lanes.F, Formulas.ERF_3);
    private static final FloatVector ERF_4 = FloatVector.broadcast(Lanes.F, Formulas.ERF_4);

    private Rows() {}

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(Formulas.EXP_MIN).min(Formulas.EXP_MAX);
        FloatVector shifted = clamped.fma(FloatVector.broadcast(Lanes.F, Formulas.LOG2_E), ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(FloatVector.broadcast(Lanes.F, Formulas.LN2_HIGH), clamped);
        r = n.fma(FloatVector.broadcast(Lanes.F, Formulas.LN2_LOW), r);
        FloatVector p = FloatVector.broadcast(Lanes.F, Formulas.EXP_0).fma(r, EXP_1);
        p = p.fma(r, EXP_2);
        p = p.fma(r, EXP_3);
        p = p.fma(r, EXP_4);
        p = p.fma(r, EXP_5);
        p = p.fma(r.mul(r), r).add(ONE);
        return p.reinterpretAsInts()
                .add(shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats();
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector abs = x.abs();
        FloatVector z = abs.mul(Formulas.SQRT_HALF);
        FloatVector t = ONE.div(z.fma(FloatVector.broadcast(Lanes.F, Formulas.ERF_P), ONE));
        FloatVector p = t.fma(FloatVector.broadcast(Lanes.F, Formulas.ERF_5), ERF_4);
        p = p.fma(t, ERF_3);
        p = p.fma(t, ERF_2);
        p = p.fma(t, ERF_1).mul(t);
        FloatVector erf = ONE.sub(p.mul(exp(z.mul(z).neg())));
        return abs.fma(erf, x).mul(0.5f);
    }

    /// y = gelu(x).
    static void gelu(float[] x, int from, float[] y, int to, int count) {
        int i = 0;
        for (; i <= count - COUNT; i += COUNT) {
            gelu(FloatVector.fromArray(Lanes.F, x, from + i)).intoArray(y, to + i);
        }
        for (; i < count; i++) {
            y[to + i] = Formulas.gelu(x[from + i]);
        }
    }

    /// y = y + x.
    static void add(float[] x, int from, float[] y, int to, int count) {
        int i = 0;
        for (; i <= count - COUNT; i += COUNT) {
            FloatVector.fromArray(Lanes.F, y, to + i)
                    .add(FloatVector.fromArray(Lanes.F, x, from + i))
                    .intoArray(y, to + i);
        }
        for (; i < count; i++) {
            y[to + i] += x[from + i];
        }
    }

    /// y[i] = silu(x[gate + i]) · x[up + i].
    static void swiGlu(float[] x, int gate, int up, float[] y, int to, int count) {
        int i = 0;
        for (; i <= count - COUNT; i += COUNT) {
            FloatVector g = FloatVector.fromArray(Lanes.F, x, gate + i);
            FloatVector silu = g.div(exp(g.neg()).add(ONE));
            silu.mul(FloatVector.fromArray(Lanes.F, x, up + i)).intoArray(y, to + i);
        }
        for (; i < count; i++) {
            y[to + i] = Formulas.silu(x[gate + i]) * x[up + i];
        }
    }

    /// Rotates pairs of values, whose halves begin at `low` and `high`; in place.
    static void rotate(
            float[] x, int low, int high, float[] cos, float[] sin, int angles, int count) {
        int i = 0;
        for (; i <= count - COUNT; i += COUNT) {
            FloatVector a = FloatVector.fromArray(Lanes.F, x, low + i);
            FloatVector b = FloatVector.fromArray(Lanes.F, x, high + i);
            FloatVector c = FloatVector.fromArray(Lanes.F, cos, angles + i);
            FloatVector s = FloatVector.fromArray(Lanes.F, sin, angles + i);
            a.mul(c).sub(b.mul(s)).intoArray(x, low + i);
            b.mul(c).add(a.mul(s)).intoArray(x, high + i);
        }
        for (; i < count; i++) {
            float a = x[low + i];
            float b = x[high + i];
            float c = cos[angles + i];
            float s = sin[angles + i];
            x[low + i] = a * c - b * s;
            x[high + i] = b * c + a * s;
        }
    }

    static void rmsNorm(
            float[] x, int from, float[] weight, float eps, float[] y, int to, float[] parts) {
        int n = weight.length;
        float sum = sumOfSquares(x, from, n, 0, parts);
        float scale = Formulas.inverseRoot(sum, n, eps);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector.fromArray(Lanes.F, x, from + i)
                    .mul(scale)
                    .mul(FloatVector.fromArray(Lanes.F, weight, i))
                    .intoArray(y, to + i);
        }
        for (; i < n; i++) {
            y[to + i] = x[from + i] * scale * weight[i];
        }
    }

    static void layerNorm(
            float[] x,
            int from,
            float[] weight,
            float[] bias,
            float eps,
            float[] y,
            int to,
            float[] parts) {
        int n = weight.length;
        float mean = sum(x, from, n, parts) / n;
        float scale = Formulas.inverseRoot(sumOfSquares(x, from, n, mean, parts), n, eps);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector.fromArray(Lanes.F, x, from + i)
                    .sub(mean)
                    .mul(scale)
                    .fma(
                            FloatVector.fromArray(Lanes.F, weight, i),
                            FloatVector.fromArray(Lanes.F, bias, i))
                    .intoArray(y, to + i);
        }
        for (; i < n; i++) {
            y[to + i] = Math.fma((x[from + i] - mean) * scale, weight[i], bias[i]);
        }
    }

    /// Σ x, as [Formulas#fold] says: one pass for each vector of the sixteen partial sums.
    private static float sum(float[] x, int from, int n, float[] parts) {
        int whole = n & -16;
        for (int lane = 0; lane < 16; lane += COUNT) {
            FloatVector sum = FloatVector.zero(Lanes.F);
            for (int i = lane; i < whole; i += 16) {
                sum = sum.add(FloatVector.fromArray(Lanes.F, x, from + i));
            }
            sum.intoArray(parts, lane);
        }
        for (int i = whole; i < n; i++) {
            parts[i & 15] += x[from + i];
        }
        return Formulas.fold(parts);
    }

    /// Σ (x - mean)².
    private static float sumOfSquares(float[] x, int from, int n, float mean, float[] parts) {
        int whole = n & -16;
        for (int lane = 0; lane < 16; lane += COUNT) {
            FloatVector sum = FloatVector.zero(Lanes.F);
            for (int i = lane; i < whole; i += 16) {
                FloatVector d = FloatVector.fromArray(Lanes.F, x, from + i).sub(mean);
                sum = d.fma(d, sum);
            }
            sum.intoArray(parts, lane);
        }
        for (int i = whole; i < n; i++) {
            float d = x[from + i] - mean;
            parts[i & 15] = Math.fma(d, d, parts[i & 15]);
        }
        return Formulas.fold(parts);
    }

    /// exp(x - max) over their sum; in place.
    static void softmax(float[] x, int from, int n, float[] parts) {
        float max = max(x, from, n);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            exp(FloatVector.fromArray(Lanes.F, x, from + i).sub(max)).intoArray(x, from + i);
        }
        for (; i < n; i++) {
            x[from + i] = Formulas.exp(x[from + i] - max);
        }
        float inverse = 1 / sum(x, from, n, parts);
        for (i = 0; i <= n - COUNT; i += COUNT) {
            FloatVector.fromArray(Lanes.F, x, from + i).mul(inverse).intoArray(x, from + i);
        }
        for (; i < n; i++) {
            x[from + i] *= inverse;
        }
    }

    /// Multiplies a vector's width of columns of `[row][32]` by the floats at `at`.
    static void scale(MemorySegment scales, long at, float[] x, int from, int rows) {
        FloatVector by = FloatVector.fromMemorySegment(Lanes.F, scales, at, Lanes.LE);
        for (int i = from; i < from + rows * Weight.PANEL; i += Weight.PANEL) {
            FloatVector.fromArray(Lanes.F, x, i).mul(by).intoArray(x, i);
        }
    }

    /// Reads memory from one end to the other, so that it is in the cache: in one go, instead of
    /// piece by piece with computing in between, the processor can fetch ahead.
    ///
    /// @return nothing of meaning, but to be kept, so that the compiler leaves the reading in
    static int touch(MemorySegment w, long at, long bytes) {
        IntVector found = IntVector.zero(Lanes.I);
        long end = Math.min(at + bytes, w.byteSize()) - 4L * COUNT;
        for (long line = at; line <= end; line += LINE) {
            found = found.or(IntVector.fromMemorySegment(Lanes.I, w, line, Lanes.LE));
        }
        return found.lane(0);
    }

    /// Widens columns of 16 bf16 pairs to 32 floats each.
    static void widenPairs(MemorySegment from, long at, int columns, MemorySegment into, long to) {
        for (int lane = 0; lane < 16; lane += COUNT) {
            for (int column = 0; column < columns; column++) {
                long start = at + column * PAIRS + lane * 4L;
                IntVector pairs = IntVector.fromMemorySegment(Lanes.I, from, start, Lanes.LE);
                long end = to + column * Piece.COLUMN + lane * 4L;
                Lanes.lower(pairs).intoMemorySegment(into, end, Lanes.LE);
                Lanes.upper(pairs).intoMemorySegment(into, end + Piece.COLUMN / 2, Lanes.LE);
            }
        }
    }

    /// Widens columns of 32 bytes to floats.
    static void widenBytes(MemorySegment from, long at, int columns, MemorySegment into, long to) {
        for (int lane = 0; lane < Weight.PANEL; lane += COUNT) {
            for (int column = 0; column < columns; column++) {
                long start = column * (long) Weight.PANEL + lane;
                Lanes.bytes(from, at + start).intoMemorySegment(into, to + 4 * start, Lanes.LE);
            }
        }
    }

    /// The largest value; NaN if there is one. (No order matters here.)
    static float max(float[] x, int from, int n) {
        FloatVector most = FloatVector.broadcast(Lanes.F, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            most = most.max(FloatVector.fromArray(Lanes.F, x, from + i));
        }
        float max = most.reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            max = Math.max(max, x[from + i]);
        }
        return max;
    }
}
