package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// y = x Wᵀ + bias, and what is to be done with it, cut into blocks of rows by panels of outputs.
final class LinearTask implements Workers.Task {

    /// What becomes of a sum.
    enum Ending {
        /// It is the result.
        STORE,
        /// It is added to what is there.
        ADD,
        /// gelu of it is the result.
        GELU
    }

    private static final int PANEL = Weight.PANEL;

    /// Most rows that pass by a piece of a panel together: their sums stay in the cache.
    private static final int MOST_ROWS = 256;

    private final Workers workers;
    private final Scratch[] scratch;
    private final Workers.Task packing = this::pack;

    /// The rows, packed by fours: for each piece of the inputs `[four][inputs][4]`, so that what
    /// passes by a piece is one run of memory.
    private float[] fours = new float[0];

    private @Nullable Matrix x;
    private @Nullable Weight weight;
    private float @Nullable [] bias;
    private @Nullable Matrix y;
    private Ending ending = Ending.STORE;
    private int blockRows;

    LinearTask(Workers workers, Scratch[] scratch) {
        this.workers = workers;
        this.scratch = scratch;
    }

    void run(Matrix x, Weight weight, float @Nullable [] bias, Matrix y, Ending ending) {
        this.x = x;
        this.weight = weight;
        this.bias = bias;
        this.y = y;
        this.ending = ending;
        int rows = x.rows();
        int blocks = (rows + MOST_ROWS - 1) / MOST_ROWS;
        blockRows = ((rows + blocks - 1) / blocks + 7) & -8;
        if (rows > 1) {
            int size = Math.multiplyExact(Fours.of(rows) * 4, x.cols());
            if (fours.length < size) {
                fours = new float[size];
            }
            // at least some 10 µs of work for each chunk
            workers.run(Fours.of(rows), Math.max(1, 4096 / x.cols()), packing);
        }
        // small products are not worth sharing: about 20 µs of work
        long work = (long) rows * weight.rows() * weight.cols();
        boolean one = rows == 1;
        int items = Math.multiplyExact(blocks, one ? Products.groups(weight) : weight.panels());
        int most = one ? 8 / Products.together(weight) : 8;
        int chunk = work < 200_000 ? items : Math.clamp(items / (workers.size() * 16), 1, most);
        workers.run(items, chunk, this);
        this.x = null;
        this.weight = null;
        this.bias = null;
        this.y = null;
    }

    private void pack(int from, int to, int worker) {
        Matrix in = x;
        if (in == null) {
            throw new IllegalStateException("no work");
        }
        int cols = in.cols();
        for (int four = from; four < to; four++) {
            int rows = Math.min(4, in.rows() - 4 * four);
            for (int col = 0; col < cols; col += Products.PIECE) {
                int count = Math.min(Products.PIECE, cols - col);
                int at = packedAt(in, four, col, count);
                Fours.pack(in.data(), 4 * four * cols + col, cols, rows, count, fours, at);
            }
        }
    }

    /// Where in [#fours] a four's share of a piece begins.
    private static int packedAt(Matrix in, int four, int col, int inputs) {
        return 4 * (Fours.of(in.rows()) * col + four * inputs);
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
                one(in, w, out, item * Products.together(w), mine);
            } else {
                block(in, w, out, item / w.panels(), item % w.panels(), mine);
            }
        }
    }

    /// One row by some panels from `panel` on.
    private void one(Matrix in, Weight w, Matrix out, int panel, Scratch mine) {
        mine.touched = Products.columns(w, panel, in.data(), mine.column);
        int end = Products.end(w, panel);
        for (int p = panel; p < end; p++) {
            int from = (p - panel) * PANEL;
            store(mine.column, from, p * PANEL, w.rows(), out.data(), p * PANEL);
        }
    }

    private void block(Matrix in, Weight w, Matrix out, int block, int panel, Scratch mine) {
        int first = block * blockRows;
        int count = Math.min(blockRows, in.rows() - first);
        int groups = Fours.of(count);
        int cols = in.cols();
        float[] sums = mine.sums.of(groups * 4 * PANEL);
        Arrays.fill(sums, 0, groups * 4 * PANEL, 0f);
        MemorySegment piece = mine.piece.of(Products.PIECE_FLOATS);
        mine.touched ^= Products.touch(w, panel, groups);
        for (int col = 0; col < cols; col += Products.PIECE) {
            int inputs = Math.min(Products.PIECE, cols - col);
            int at = packedAt(in, first / 4, col, inputs);
            Products.add(w, panel, col, inputs, fours, at, groups, sums, 0, piece);
        }
        Products.finish(w, panel, sums, 0, count);
        int output = panel * PANEL;
        for (int r = 0; r < count; r++) {
            int at = (first + r) * out.cols() + output;
            store(sums, r * PANEL, output, w.rows(), out.data(), at);
        }
    }

    /// Writes the sums of one row and one panel, which begins with output `first` of `outputs`.
    private void store(float[] sums, int from, int first, int outputs, float[] out, int at) {
        int count = Math.min(PANEL, outputs - first);
        if (bias != null) {
            Rows.add(bias, first, sums, from, count);
        }
        switch (ending) {
            case STORE -> System.arraycopy(sums, from, out, at, count);
            case ADD -> Rows.add(sums, from, out, at, count);
            case GELU -> Rows.gelu(sums, from, out, at, count);
        }
    }
}
