package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/// Finds the largest of many outputs with a quarter of the reading: first roughly, with the
/// weight's 8-bit copy, then exactly, those that could be the largest. The choice is exactly that
/// of all exact values.
///
/// Why no output is missed. Let w be a row, ŵ its copy, n the inputs, u = 2⁻²⁴. The kernels' value
/// for w and the one for ŵ differ by at most
///
/// ```
/// |fl(w·x) - w·x| + |(w - ŵ)·x| + |fl(ŵ·x) - ŵ·x|  ≤  (‖w - ŵ‖ + γ ‖w‖ + γ ‖ŵ‖) ‖x‖
/// ```
///
/// by Cauchy's and Schwarz's inequality and the bound for sums that are rounded m times,
/// γ = m u / (1 - m u) (Higham, Accuracy and Stability of Numerical Algorithms, §3.1), with
/// m = n + n / 32 + 8 for the multiply-adds, the ratios, the scale and the rounding here. The
/// bracket is the row's *bound*; it is packed beside the row. A row whose rough value plus bound
/// lies below another one's less its bound is not the largest.
final class ScanTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// For what is lost below the smallest normal number.
    private static final float TINY = 1e-35f;

    private final Workers workers;
    private final Scratch[] scratch;
    private @Nullable Matrix x;
    private Weight.@Nullable Int8 copy;
    private float norm;
    private int candidates;

    /// Each panel's largest value plus bound, and less bound.
    private float[] most = new float[0];

    private float[] least = new float[0];

    ScanTask(Workers workers, Scratch[] scratch) {
        this.workers = workers;
        this.scratch = scratch;
    }

    /// A row's bound, rounded up.
    ///
    /// @param missed ‖w - ŵ‖
    static float bound(float[] row, int from, int cols, double missed) {
        double squares = 0;
        for (int k = from; k < from + cols; k++) {
            squares += (double) row[k] * row[k];
        }
        double norm = Math.sqrt(squares);
        double roundings = (cols + cols / 32 + 8) * 0x1p-24;
        double gamma = roundings / (1 - roundings);
        double bound = missed + gamma * (2 * norm + missed);
        return Math.nextUp((float) (bound * (1 + 1e-6)));
    }

    /// The output of the exact weight with the largest value, the first of equal ones.
    ///
    /// @throws ArithmeticException when x holds something that is not a finite number
    int best(Matrix x, Weight exact, Weight.Int8 copy) {
        this.x = x;
        this.copy = copy;
        norm = norm(x);
        if (most.length < copy.panels()) {
            most = new float[copy.panels()];
            least = new float[copy.panels()];
        }
        int panels = copy.panels();
        int groups = Products.groups(copy);
        workers.run(groups, Math.clamp(groups / (workers.size() * 16), 1, 4), this);
        float floor = Rows.max(least, 0, panels);
        int best = -1;
        float largest = Float.NEGATIVE_INFINITY;
        float[] sums = scratch[0].column;
        candidates = 0;
        for (int panel = 0; panel < panels; panel++) {
            if (most[panel] < floor) {
                continue;
            }
            candidates++;
            scratch[0].touched = Products.columns(exact, panel, panel + 1, x.data(), sums);
            int count = Math.min(PANEL, exact.rows() - panel * PANEL);
            for (int i = 0; i < count; i++) {
                if (sums[i] > largest) {
                    largest = sums[i];
                    best = panel * PANEL + i;
                }
            }
        }
        this.x = null;
        this.copy = null;
        if (best < 0) {
            throw Shapes.notNumbers();
        }
        return best;
    }

    /// How many panels the last search computed exactly, because the largest could be there.
    int candidates() {
        return candidates;
    }

    /// ‖x‖, rounded up.
    private static float norm(Matrix x) {
        double squares = 0;
        for (float value : x.data()) {
            squares += (double) value * value;
        }
        float norm = (float) (Math.sqrt(squares) * (1 + 1e-6));
        if (!Float.isFinite(norm)) {
            throw Shapes.notNumbers();
        }
        return norm;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = x;
        Weight.Int8 w = copy;
        if (in == null || w == null) {
            throw new IllegalStateException("no work");
        }
        Scratch mine = scratch[worker];
        int together = Products.together(w);
        for (int first = from * together; first < to * together; first += together) {
            int end = Products.end(w, first);
            mine.touched = Products.columns(w, first, end, in.data(), mine.column);
            for (int panel = first; panel < end; panel++) {
                int at = (panel - first) * PANEL;
                long bounds = w.panelOffset(panel) + Weight.Int8.boundsOffset(w.cols());
                int rows = Math.min(PANEL, w.rows() - panel * PANEL);
                most[panel] = largest(mine.column, at, w.data(), bounds, norm, rows);
                least[panel] = largest(mine.column, at, w.data(), bounds, -norm, rows);
            }
        }
    }

    /// The largest value plus its bound times `norm`.
    private static float largest(
            float[] sums, int at, MemorySegment w, long bounds, float norm, int rows) {
        float tiny = Math.copySign(TINY, norm);
        if (rows < PANEL) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < rows; i++) {
                float bound = w.get(Weight.F32.VALUE, bounds + 4L * i);
                largest = Math.max(largest, Math.fma(bound, norm, sums[at + i]) + tiny);
            }
            return largest;
        }
        FloatVector by = FloatVector.broadcast(Lanes.F, norm);
        FloatVector largest = FloatVector.broadcast(Lanes.F, Float.NEGATIVE_INFINITY);
        for (int lane = 0; lane < PANEL; lane += Lanes.COUNT) {
            FloatVector bound =
                    FloatVector.fromMemorySegment(Lanes.F, w, bounds + 4L * lane, Lanes.LE);
            FloatVector sum = FloatVector.fromArray(Lanes.F, sums, at + lane);
            largest = largest.max(bound.fma(by, sum));
        }
        return largest.reduceLanes(VectorOperators.MAX) + tiny;
    }
}
