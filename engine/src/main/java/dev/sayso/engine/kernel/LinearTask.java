package dev.sayso.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/// y = x Wᵀ + bias, or y += that, cut into blocks of rows by panels of outputs.
final class LinearTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// About as many inputs as stay in a core's cache while the panels pass by: 1 MiB.
    private static final int BLOCK_VALUES = 1 << 18;

    private final Scratch[] scratch;
    private @Nullable Matrix x;
    private @Nullable Weight weight;
    private float @Nullable [] bias;
    private @Nullable Matrix y;
    private boolean add;
    private int blockRows;
    private int groups;

    LinearTask(Scratch[] scratch) {
        this.scratch = scratch;
    }

    void run(
            Workers workers,
            Matrix x,
            Weight weight,
            float @Nullable [] bias,
            Matrix y,
            boolean add) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.y = y;
        this.add = add;
        int together = x.rows() == 1 ? Products.COLUMN_PANELS : Products.TILE_PANELS;
        groups = (weight.panels() + together - 1) / together;
        blockRows = Math.clamp((BLOCK_VALUES / x.cols()) & -4, 4, (x.rows() + 3) & -4);
        int blocks = (x.rows() + blockRows - 1) / blockRows;
        // small products are not worth sharing: about 20 µs of work
        long work = (long) x.rows() * weight.rows() * weight.cols();
        int items = Math.multiplyExact(blocks, groups);
        int chunk = work < 200_000 ? items : Math.clamp(items / (workers.size() * 8), 1, 8);
        workers.run(items, chunk, this);
        this.x = null;
        this.weight = null;
        this.bias = null;
        this.y = null;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = x;
        Weight w = weight;
        Matrix out = y;
        if (in == null || w == null || out == null) {
            throw new IllegalStateException("no work");
        }
        float[] acc = scratch[worker].acc;
        for (int item = from; item < to; item++) {
            if (in.rows() == 1) {
                column(in, w, out, item * Products.COLUMN_PANELS, acc);
            } else {
                block(in, w, out, item / groups, item % groups * Products.TILE_PANELS, acc);
            }
        }
    }

    private void column(Matrix in, Weight w, Matrix out, int panel, float[] acc) {
        Arrays.fill(acc, 0, Products.COLUMN_PANELS * PANEL, 0f);
        Products.column(w, panel, in.data(), 0, in.cols(), acc);
        int end = Math.min(panel + Products.COLUMN_PANELS, w.panels());
        for (int p = panel; p < end; p++) {
            store(acc, (p - panel) * PANEL, p * PANEL, w.rows(), out.data(), p * PANEL);
        }
    }

    private void block(Matrix in, Weight w, Matrix out, int block, int panel, float[] acc) {
        int cols = in.cols();
        int end = Math.min(in.rows(), (block + 1) * blockRows);
        for (int row = block * blockRows; row < end; row += 4) {
            int valid = Math.min(4, end - row);
            int x0 = row * cols;
            int x1 = valid > 1 ? x0 + cols : x0;
            int x2 = valid > 2 ? x1 + cols : x1;
            int x3 = valid > 3 ? x2 + cols : x2;
            Arrays.fill(acc, 0f);
            Products.tile(w, panel, 0, in.data(), x0, x1, x2, x3, cols, acc);
            for (int p = 0; p < Products.TILE_PANELS && panel + p < w.panels(); p++) {
                int first = (panel + p) * PANEL;
                for (int r = 0; r < valid; r++) {
                    int sums = p * Products.NEXT_PANEL + r * PANEL;
                    store(acc, sums, first, w.rows(), out.data(), (row + r) * out.cols() + first);
                }
            }
        }
    }

    /// Writes the sums of one row and one panel, which begins with output `first` of `outputs`.
    private void store(float[] acc, int sums, int first, int outputs, float[] out, int at) {
        float[] b = bias;
        int count = Math.min(PANEL, outputs - first);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(Lanes.F, acc, sums + i);
            if (b != null) {
                sum = sum.add(FloatVector.fromArray(Lanes.F, b, first + i));
            }
            if (add) {
                sum = FloatVector.fromArray(Lanes.F, out, at + i).add(sum);
            }
            sum.intoArray(out, at + i);
        }
        for (; i < count; i++) {
            float sum = b == null ? acc[sums + i] : acc[sums + i] + b[first + i];
            out[at + i] = add ? out[at + i] + sum : sum;
        }
    }
}
