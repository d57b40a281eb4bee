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

    /// The rows, packed by tiles: for each piece of the inputs `[tile][inputs][rows]`, so that what
    /// passes by a piece is one run of memory.
    private float[] packed = new float[0];

    private @Nullable Matrix x;
    private @Nullable Weight weight;
    private float @Nullable [] bias;
    private @Nullable Matrix y;
    private Ending ending = Ending.STORE;
    private int blockRows;

    /// For one row: items that are as many panels as it passes at once; the others are one panel.
    private int groups;

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
            int tiles = PackedRows.tiles(rows);
            int size = Math.multiplyExact(tiles * PackedRows.TILE, x.cols());
            if (packed.length < size) {
                packed = new float[size];
            }
            // at least some 10 µs of work for each chunk
            workers.run(tiles, Math.max(1, 2048 / x.cols()), packing);
        }
        // small products are not worth sharing: about 20 µs of work
        long work = (long) rows * weight.rows() * weight.cols();
        boolean one = rows == 1;
        int together = Products.together(weight);
        // as many groups for each worker, and what is left panel by panel: nobody waits long
        groups = weight.panels() / together / workers.size() * workers.size();
        int items =
                one
                        ? weight.panels() - groups * (together - 1)
                        : Math.multiplyExact(blocks, weight.panels());
        int most = one ? 8 / together : 8;
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
        for (int tile = from; tile < to; tile++) {
            int first = tile * PackedRows.TILE;
            int rows = Math.min(PackedRows.TILE, in.rows() - first);
            for (int col = 0; col < cols; col += Piece.INPUTS) {
                int count = Math.min(Piece.INPUTS, cols - col);
                int at = packedAt(in, tile, col, count);
                PackedRows.pack(in.data(), first * cols + col, cols, rows, count, packed, at);
            }
        }
    }

    /// Where in [#packed] a tile's share of a piece begins.
    private static int packedAt(Matrix in, int tile, int col, int inputs) {
        return PackedRows.TILE * (PackedRows.tiles(in.rows()) * col + tile * inputs);
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
                one(in, w, out, item, mine);
            } else {
                block(in, w, out, item / w.panels(), item % w.panels(), mine);
            }
        }
    }

    /// One row by an item's panels.
    private void one(Matrix in, Weight w, Matrix out, int item, Scratch mine) {
        int together = Products.together(w);
        int alone = item - groups;
        int panel = alone < 0 ? item * together : groups * together + alone;
        int end = alone < 0 ? panel + together : panel + 1;
        mine.touched = Products.columns(w, panel, end, in.data(), mine.column);
        for (int p = panel; p < end; p++) {
            int from = (p - panel) * PANEL;
            store(mine.column, from, p * PANEL, w.rows(), out.data(), p * PANEL);
        }
    }

    private void block(Matrix in, Weight w, Matrix out, int block, int panel, Scratch mine) {
        int first = block * blockRows;
        int count = Math.min(blockRows, in.rows() - first);
        int tiles = PackedRows.tiles(count);
        int cols = in.cols();
        int size = tiles * PackedRows.TILE * PANEL;
        float[] sums = mine.sums.of(size);
        Arrays.fill(sums, 0, size, 0f);
        MemorySegment piece = mine.piece.of(Piece.INPUTS);
        mine.touched ^= Products.touch(w, panel, count);
        for (int col = 0; col < cols; col += Piece.INPUTS) {
            int inputs = Math.min(Piece.INPUTS, cols - col);
            int at = packedAt(in, first / PackedRows.TILE, col, inputs);
            Products.add(w, panel, col, inputs, packed, at, tiles, sums, 0, piece);
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
