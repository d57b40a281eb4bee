package dev.sayso.engine.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// gelu(3 x 3 convolution, stride 2, padding 1, plus bias) as one matrix product over all positions
/// of all chunks, without writing the patches out: what a filter sees at one time step is one run
/// of memory in a [FeatureMap], so a position is three runs.
final class ConvolveTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// Positions that pass by a panel before the next panel's turn.
    private static final int BLOCK = 128;

    /// Runs shorter than this are copied together: three short products would cost more.
    private static final int SHORT_RUN = 32;

    private final Scratch[] scratch;
    private @Nullable FeatureMap x;
    private @Nullable Weight weight;
    private float[] bias = new float[0];
    private @Nullable FeatureMap y;
    private int groups;

    ConvolveTask(Scratch[] scratch) {
        this.scratch = scratch;
    }

    void run(Workers workers, FeatureMap x, Weight weight, float[] bias, FeatureMap y) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.y = y;
        groups = (weight.panels() + Products.TILE_PANELS - 1) / Products.TILE_PANELS;
        int blocks = (positions(y) + BLOCK - 1) / BLOCK;
        int items = Math.multiplyExact(blocks, groups);
        workers.run(items, Math.clamp(items / (workers.size() * 16), 1, groups), this);
        this.x = null;
        this.weight = null;
        this.y = null;
    }

    private static int positions(FeatureMap map) {
        return map.chunks() * map.times() * map.freqs();
    }

    @Override
    public void run(int from, int to, int worker) {
        FeatureMap in = x;
        Weight w = weight;
        FeatureMap out = y;
        if (in == null || w == null || out == null) {
            throw new IllegalStateException("no work");
        }
        for (int item = from; item < to; item++) {
            int first = item / groups * BLOCK;
            int count = Math.min(BLOCK, positions(out) - first);
            int panel = item % groups * Products.TILE_PANELS;
            Products.RowBlock rows = scratch[worker].block;
            int padded = (count + 3) & -4;
            Arrays.fill(rows.sums, 0, padded * PANEL * Products.TILE_PANELS, 0f);
            multiply(in, w, out, first, count, panel, scratch[worker]);
            for (int p = 0; p < Products.TILE_PANELS && panel + p < w.panels(); p++) {
                for (int r = 0; r < count; r++) {
                    store(rows.sums, (p * padded + r) * PANEL, panel + p, out, first + r);
                }
            }
        }
    }

    private static void multiply(
            FeatureMap in,
            Weight w,
            FeatureMap out,
            int first,
            int count,
            int panel,
            Scratch mine) {
        int run = 3 * in.channels();
        int[] starts = mine.block.starts;
        if (run < SHORT_RUN) {
            float[] patches = mine.inputs(count * 3 * run);
            for (int r = 0; r < count; r++) {
                starts[r] = r * 3 * run;
                for (int step = 0; step < 3; step++) {
                    int from = run(in, out, first + r, step);
                    System.arraycopy(in.data(), from, patches, starts[r] + step * run, run);
                }
            }
            Products.tiles(w, panel, 0, patches, 3 * run, mine.block, count);
            return;
        }
        for (int step = 0; step < 3; step++) {
            for (int r = 0; r < count; r++) {
                starts[r] = run(in, out, first + r, step);
            }
            Products.tiles(w, panel, step * run, in.data(), run, mine.block, count);
        }
    }

    /// Where the run begins that a position sees at time step 0, 1 or 2 of its filter.
    private static int run(FeatureMap in, FeatureMap out, int position, int step) {
        int freq = position % out.freqs();
        int column = position / out.freqs();
        int chunk = column / out.times();
        int time = 2 * (column % out.times()) - 1 + step;
        if (time < 0 || time >= in.times()) {
            return in.zeros();
        }
        return in.offset(chunk, time, 2 * freq - 1);
    }

    private void store(float[] sums, int from, int panel, FeatureMap out, int position) {
        int freq = position % out.freqs();
        int column = position / out.freqs();
        int first = panel * PANEL;
        int at = out.offset(column / out.times(), column % out.times(), freq) + first;
        int count = Math.min(PANEL, out.channels() - first);
        for (int i = 0; i < count; i++) {
            out.data()[at + i] = sums[from + i] + bias[first + i];
        }
        Rows.gelu(out.data(), at, at + count);
    }
}
