package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// The encoder's attention, cut by window and head.
final class WindowTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    private final Scratch[] scratch;
    private @Nullable Matrix qkv;
    private @Nullable Matrix y;
    private int heads;
    private int headDim;
    private int window;

    WindowTask(Scratch[] scratch) {
        this.scratch = scratch;
    }

    void run(Workers workers, Matrix qkv, int heads, int headDim, int window, Matrix y) {
        this.qkv = qkv;
        this.y = y;
        this.heads = heads;
        this.headDim = headDim;
        this.window = window;
        int windows = (qkv.rows() + window - 1) / window;
        workers.run(Math.multiplyExact(windows, heads), 1, this);
        this.qkv = null;
        this.y = null;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = qkv;
        Matrix out = y;
        if (in == null || out == null) {
            throw new IllegalStateException("no work");
        }
        for (int item = from; item < to; item++) {
            attend(in, out, item / heads * window, item % heads * headDim, scratch[worker]);
        }
    }

    private void attend(Matrix in, Matrix out, int first, int column, Scratch mine) {
        int count = Math.min(window, in.rows() - first);
        int width = (count + PANEL - 1) / PANEL * PANEL;
        int n = out.cols();
        float[] keys = mine.keys(width * headDim);
        packKeys(in, first, count, n + column, keys);
        float[] q = mine.inputs(4 * headDim);
        float[] scores = mine.scores(4 * width);
        float scale = ScalarKernels.scale(headDim);
        for (int row = 0; row < count; row += 4) {
            int queries = Math.min(4, count - row);
            for (int r = 0; r < queries; r++) {
                int at = (first + row + r) * in.cols() + column;
                for (int d = 0; d < headDim; d++) {
                    q[r * headDim + d] = in.data()[at + d] * scale;
                }
                mine.starts[r] = (first + row + r) * n + column;
            }
            Attention.scores(q, headDim, keys, scores, width, count, mine.acc);
            for (int r = 0; r < queries; r++) {
                Attention.weigh(scores, r * width, count, count, mine.parts);
            }
            Attention.combine(
                    scores,
                    width,
                    count,
                    in.data(),
                    first * in.cols() + 2 * n + column,
                    in.cols(),
                    headDim,
                    out.data(),
                    mine.starts,
                    queries,
                    mine.acc);
        }
    }

    /// The window's keys as panels, `[panel][headDim][32]`.
    private void packKeys(Matrix in, int first, int count, int column, float[] keys) {
        for (int t = 0; t < count; t++) {
            int from = (first + t) * in.cols() + column;
            int at = t / PANEL * PANEL * headDim + t % PANEL;
            for (int d = 0; d < headDim; d++) {
                keys[at + d * PANEL] = in.data()[from + d];
            }
        }
    }
}
