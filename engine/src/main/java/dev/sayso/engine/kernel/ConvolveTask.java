package dev.sayso.engine.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// gelu(3 x 3 convolution, stride 2, padding 1, plus bias) as one matrix product over all positions
/// of all chunks, without writing the patches out: what a filter sees at one time step is one run
/// of memory in a [FeatureMap], so a position is three runs.
final class ConvolveTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// Positions that pass by a panel before the next panel's turn; a multiple of four.
    private static final int BLOCK = 64;

    /// Runs shorter than this are copied together: three calls would cost more.
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
        Scratch mine = scratch[worker];
        for (int item = from; item < to; item++) {
            int first = item / groups * BLOCK;
            int end = Math.min(first + BLOCK, positions(out));
            for (int position = first; position < end; position += 4) {
                int valid = Math.min(4, end - position);
                tile(in, w, out, position, valid, item % groups * Products.TILE_PANELS, mine);
            }
        }
    }

    private void tile(
            FeatureMap in,
            Weight w,
            FeatureMap out,
            int position,
            int valid,
            int panel,
            Scratch mine) {
        float[] acc = mine.acc;
        Arrays.fill(acc, 0f);
        int run = 3 * in.channels();
        int p1 = position + Math.min(1, valid - 1);
        int p2 = position + Math.min(2, valid - 1);
        int p3 = position + valid - 1;
        if (run < SHORT_RUN) {
            float[] patches = mine.queries(4 * 3 * run);
            for (int step = 0; step < 3; step++) {
                copy(in, run(in, out, position, step), run, patches, step * run);
                copy(in, run(in, out, p1, step), run, patches, (3 + step) * run);
                copy(in, run(in, out, p2, step), run, patches, (6 + step) * run);
                copy(in, run(in, out, p3, step), run, patches, (9 + step) * run);
            }
            Products.tile(w, panel, 0, patches, 0, 3 * run, 6 * run, 9 * run, 3 * run, acc);
        } else {
            for (int step = 0; step < 3; step++) {
                Products.tile(
                        w,
                        panel,
                        step * run,
                        in.data(),
                        run(in, out, position, step),
                        run(in, out, p1, step),
                        run(in, out, p2, step),
                        run(in, out, p3, step),
                        run,
                        acc);
            }
        }
        for (int p = 0; p < Products.TILE_PANELS && panel + p < w.panels(); p++) {
            for (int r = 0; r < valid; r++) {
                store(acc, p * Products.NEXT_PANEL + r * PANEL, panel + p, out, position + r);
            }
        }
    }

    private static void copy(FeatureMap in, int from, int count, float[] into, int at) {
        System.arraycopy(in.data(), from, into, at, count);
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

    private void store(float[] acc, int sums, int panel, FeatureMap out, int position) {
        int freq = position % out.freqs();
        int column = position / out.freqs();
        int first = panel * PANEL;
        int at = out.offset(column / out.times(), column % out.times(), freq) + first;
        int count = Math.min(PANEL, out.channels() - first);
        for (int i = 0; i < count; i++) {
            out.data()[at + i] = acc[sums + i] + bias[first + i];
        }
        Rows.gelu(out.data(), at, at + count);
    }
}
