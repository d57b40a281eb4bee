package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The encoder's attention, cut by window and head.
final class WindowTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    private final Workers workers;
    private final Scratch[] scratch;
    private @Nullable Matrix qkv;
    private @Nullable Matrix y;
    private int heads;
    private int headDim;
    private int window;

    WindowTask(Workers workers, Scratch[] scratch) {
        this.workers = workers;
        this.scratch = scratch;
    }

    void run(Matrix qkv, int heads, int headDim, int window, Matrix y) {
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
            int first = item / heads * window;
            int count = Math.min(window, in.rows() - first);
            attend(in, out, first, count, item % heads * headDim, scratch[worker]);
        }
    }

    private void attend(Matrix in, Matrix out, int first, int count, int column, Scratch mine) {
        int width = (count + PANEL - 1) / PANEL * PANEL;
        int tiles = PackedRows.tiles(count);
        int rows = tiles * PackedRows.TILE;
        int n = out.cols();
        float[] q = mine.inputs.of(rows * headDim);
        Arrays.fill(q, 0, rows * headDim, 0f);
        for (int r = 0; r < count; r++) {
            int at = (first + r) * in.cols() + column;
            Attention.packQuery(in.data(), at, headDim, q, PackedRows.start(r, headDim));
        }
        float[] sums = mine.sums.of(rows * PANEL);
        float[] scores = mine.scores.of(count * width);
        float[] keys = mine.panels.of(Math.max(width * headDim, count * PANEL));
        packKeys(in, first, count, n + column, keys);
        for (int t = 0; t < count; t += PANEL) {
            MemorySegment panel = copy(keys, t * headDim, headDim, mine);
            Attention.scores(q, count, headDim, panel, sums, scores, width, t);
        }
        for (int r = 0; r < count; r++) {
            Attention.weigh(scores, r * width, count, count, mine.parts);
        }
        float[] weights = mine.weights.of(rows * count);
        Attention.packWeights(scores, width, count, count, weights);
        for (int d = 0; d < headDim; d += PANEL) {
            int dims = Math.min(PANEL, headDim - d);
            packValues(in, first, count, 2 * n + column + d, dims, keys);
            Arrays.fill(sums, 0, rows * PANEL, 0f);
            MemorySegment panel = copy(keys, 0, count, mine);
            Products.floats(panel, weights, 0, PackedRows.TILE * count, tiles, count, sums, 0);
            for (int r = 0; r < count; r++) {
                int at = (first + r) * n + column + d;
                System.arraycopy(sums, r * PANEL, out.data(), at, dims);
            }
        }
    }

    /// Some columns of a panel as a piece.
    private static MemorySegment copy(float[] from, int at, int columns, Scratch mine) {
        MemorySegment piece = mine.piece.of(columns);
        int floats = columns * PANEL;
        MemorySegment.copy(from, at, piece, Weight.F32.VALUE, Piece.VALUES, floats);
        return piece;
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

    /// Some dimensions of the window's values as a panel, `[position][32]`.
    private static void packValues(
            Matrix in, int first, int count, int column, int dims, float[] values) {
        for (int t = 0; t < count; t++) {
            int from = (first + t) * in.cols() + column;
            System.arraycopy(in.data(), from, values, t * PANEL, dims);
        }
    }
}
