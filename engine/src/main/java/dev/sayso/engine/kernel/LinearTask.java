package dev.sayso.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/// y = x Wᵀ + bias, or y += that, cut into blocks of rows by panels of outputs.
final class LinearTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// Rows a multiple of this many floats long begin at the same few places of a cache, where they
    /// drive each other out; they are copied apart.
    private static final int COLLIDING = 256;

    /// Floats between the copies of two rows: one more cache line.
    private static final int GAP = 16;

    private final Scratch[] scratch;
    private float[] apart = new float[0];
    private @Nullable Matrix x;
    private @Nullable Weight weight;
    private float @Nullable [] bias;
    private @Nullable Matrix y;
    private boolean add;
    private float[] values = apart;
    private int stride;
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
        int blocks = (x.rows() + Products.MOST_ROWS - 1) / Products.MOST_ROWS;
        blockRows = ((x.rows() + blocks - 1) / blocks + 3) & -4;
        spread(x);
        // small products are not worth sharing: about 20 µs of work
        long work = (long) x.rows() * weight.rows() * weight.cols();
        int items = Math.multiplyExact(blocks, groups);
        int chunk = work < 200_000 ? items : Math.clamp(items / (workers.size() * 8), 1, 8);
        workers.run(items, chunk, this);
        this.x = null;
        this.weight = null;
        this.bias = null;
        this.y = null;
        this.values = apart;
    }

    private void spread(Matrix rows) {
        values = rows.data();
        stride = rows.cols();
        if (rows.rows() <= 4 || stride % COLLIDING != 0) {
            return;
        }
        stride += GAP;
        int size = Math.multiplyExact(rows.rows(), stride);
        if (apart.length < size) {
            apart = new float[size];
        }
        for (int row = 0; row < rows.rows(); row++) {
            int from = row * rows.cols();
            System.arraycopy(rows.data(), from, apart, row * stride, rows.cols());
        }
        values = apart;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = x;
        Weight w = weight;
        Matrix out = y;
        if (in == null || w == null || out == null) {
            throw new IllegalStateException("no work");
        }
        Scratch mine = scratch[worker];
        for (int item = from; item < to; item++) {
            if (in.rows() == 1) {
                column(in, w, out, item * Products.COLUMN_PANELS, mine.acc);
            } else {
                int panel = item % groups * Products.TILE_PANELS;
                block(in, w, out, item / groups, panel, mine.block);
            }
        }
    }

    private void column(Matrix in, Weight w, Matrix out, int panel, float[] acc) {
        Products.column(w, panel, in.data(), acc);
        int end = Math.min(panel + Products.COLUMN_PANELS, w.panels());
        for (int p = panel; p < end; p++) {
            store(acc, (p - panel) * PANEL, p * PANEL, w.rows(), out.data(), p * PANEL);
        }
    }

    private void block(
            Matrix in, Weight w, Matrix out, int block, int panel, Products.RowBlock rows) {
        int first = block * blockRows;
        int count = Math.min(blockRows, in.rows() - first);
        for (int r = 0; r < count; r++) {
            rows.starts[r] = (first + r) * stride;
        }
        int padded = (count + 3) & -4;
        Arrays.fill(rows.sums, 0, padded * PANEL * Products.TILE_PANELS, 0f);
        Products.tiles(w, panel, 0, values, in.cols(), rows, count);
        for (int p = 0; p < Products.TILE_PANELS && panel + p < w.panels(); p++) {
            int output = (panel + p) * PANEL;
            for (int r = 0; r < count; r++) {
                int sums = (p * padded + r) * PANEL;
                store(
                        rows.sums,
                        sums,
                        output,
                        w.rows(),
                        out.data(),
                        (first + r) * out.cols() + output);
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
