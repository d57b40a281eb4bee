package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// gelu(3 x 3 convolution, stride 2, padding 1, plus bias) as one matrix product over all positions
/// of all chunks: a block of positions takes up its patches piece by piece, packed by tiles, and
/// each piece passes by all filters. What a filter sees at one time step is one run of memory in a
/// [FeatureMap].
final class ConvolveTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// Positions that are worked on together; their pieces and sums stay in the cache.
    private static final int BLOCK = 64;

    private final Workers workers;
    private final Scratch[] scratch;
    private @Nullable FeatureMap x;
    private @Nullable Weight weight;
    private float[] bias = new float[0];
    private @Nullable FeatureMap y;

    ConvolveTask(Workers workers, Scratch[] scratch) {
        this.workers = workers;
        this.scratch = scratch;
    }

    void run(FeatureMap x, Weight weight, float[] bias, FeatureMap y) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.y = y;
        workers.run((positions(y) + BLOCK - 1) / BLOCK, 1, this);
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
            int first = item * BLOCK;
            block(in, w, out, first, Math.min(BLOCK, positions(out) - first), scratch[worker]);
        }
    }

    private void block(
            FeatureMap in, Weight w, FeatureMap out, int first, int count, Scratch mine) {
        int tiles = PackedRows.tiles(count);
        int panelSums = tiles * PackedRows.TILE * PANEL;
        float[] sums = mine.sums.of(w.panels() * panelSums);
        Arrays.fill(sums, 0, w.panels() * panelSums, 0f);
        float[] patches = mine.inputs.of(tiles * PackedRows.TILE * Piece.INPUTS);
        MemorySegment piece = mine.piece.of(Piece.INPUTS);
        for (int col = 0; col < w.cols(); col += Piece.INPUTS) {
            int inputs = Math.min(Piece.INPUTS, w.cols() - col);
            for (int row = 0; row < tiles * PackedRows.TILE; row += 4) {
                int to = PackedRows.start(row, inputs);
                pack(in, out, first + row, first + count, col, inputs, patches, to);
            }
            for (int panel = 0; panel < w.panels(); panel++) {
                int to = panel * panelSums;
                Products.add(w, panel, col, inputs, patches, 0, tiles, sums, to, piece);
            }
        }
        for (int panel = 0; panel < w.panels(); panel++) {
            Products.finish(w, panel, sums, panel * panelSums, count);
            for (int r = 0; r < count; r++) {
                store(sums, panel * panelSums + r * PANEL, panel * PANEL, out, first + r);
            }
        }
    }

    /// Packs some columns of four positions' patches; positions past the last one see zeros.
    private static void pack(
            FeatureMap in,
            FeatureMap out,
            int position,
            int end,
            int col,
            int inputs,
            float[] into,
            int to) {
        int run = 3 * in.channels();
        for (int done = 0; done < inputs; ) {
            int step = (col + done) / run;
            int within = (col + done) % run;
            int some = Math.min(run - within, inputs - done);
            int x0 = run(in, out, position, end, step) + within;
            int x1 = run(in, out, position + 1, end, step) + within;
            int x2 = run(in, out, position + 2, end, step) + within;
            int x3 = run(in, out, position + 3, end, step) + within;
            int at = to + PackedRows.TILE * done;
            PackedRows.four(in.data(), x0, x1, x2, x3, some, into, at);
            done += some;
        }
    }

    /// Where the run begins that a position sees at time step 0, 1 or 2 of its filter.
    private static int run(FeatureMap in, FeatureMap out, int position, int end, int step) {
        int freq = position % out.freqs();
        int column = position / out.freqs();
        int chunk = column / out.times();
        int time = 2 * (column % out.times()) - 1 + step;
        if (position >= end || time < 0 || time >= in.times()) {
            return in.zeros();
        }
        return in.offset(chunk, time, 2 * freq - 1);
    }

    private void store(float[] sums, int from, int first, FeatureMap out, int position) {
        int freq = position % out.freqs();
        int column = position / out.freqs();
        int at = out.offset(column / out.times(), column % out.times(), freq) + first;
        int count = Math.min(PANEL, out.channels() - first);
        Rows.add(bias, first, sums, from, count);
        Rows.gelu(sums, from, out.data(), at, count);
    }
}
