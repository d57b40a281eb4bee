package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The decoder's attention, cut by key/value head and blocks of queries.
///
/// The queries that share a head's keys are its query heads at every row; they are taken row by
/// row. While decoding, there is one row.
final class CausalTask implements Workers.Task {

    private static final int PANEL = Weight.PANEL;

    /// Queries that share what was unpacked of the keys and values.
    private static final int BLOCK = 64;

    /// So few queries are not worth unpacking for.
    private static final int FEW = 2;

    private final Workers workers;
    private final Scratch[] scratch;
    private @Nullable Matrix q;
    private @Nullable KeyValues past;
    private @Nullable Matrix y;
    private int sharing;
    private int blockRows;

    CausalTask(Workers workers, Scratch[] scratch) {
        this.workers = workers;
        this.scratch = scratch;
    }

    void run(Matrix q, int heads, KeyValues past, Matrix y) {
        this.q = q;
        this.past = past;
        this.y = y;
        sharing = heads / past.heads();
        blockRows = Math.max(1, BLOCK / sharing);
        int blocks = (q.rows() + blockRows - 1) / blockRows;
        workers.run(Math.multiplyExact(past.heads(), blocks), 1, this);
        this.q = null;
        this.past = null;
        this.y = null;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = q;
        KeyValues memory = past;
        Matrix out = y;
        if (in == null || memory == null || out == null) {
            throw new IllegalStateException("no work");
        }
        for (int item = from; item < to; item++) {
            // the last rows see the most: they come first
            int block = (in.rows() - 1) / blockRows - item / memory.heads();
            int first = block * blockRows;
            int rows = Math.min(blockRows, in.rows() - first);
            attend(in, memory, out, item % memory.heads(), first, rows, scratch[worker]);
        }
    }

    private void attend(
            Matrix in, KeyValues memory, Matrix out, int head, int first, int rows, Scratch mine) {
        int headDim = memory.headDim();
        int queries = rows * sharing;
        int tiles = PackedRows.tiles(queries);
        int before = memory.length() - in.rows() + first;
        int positions = before + rows;
        int width = (positions + PANEL - 1) / PANEL * PANEL;
        float[] packed = mine.inputs.of(tiles * PackedRows.TILE * headDim);
        packQueries(in, head, first, queries, headDim, packed);
        float[] sums = mine.sums.of(tiles * PackedRows.TILE * PANEL);
        float[] scores = mine.scores.of(queries * width);
        MemorySegment keys = mine.piece.of(headDim);
        for (int t = 0; t < positions; t += PANEL) {
            if (queries <= FEW) {
                Arrays.fill(sums, 0, FEW * PANEL, 0f);
                memory.addKeys(head, t / PANEL, packed, sums);
                Attention.putScores(sums, queries, scores, width, t);
            } else {
                memory.unpackKeys(head, t / PANEL, keys);
                Attention.scores(packed, queries, headDim, keys, sums, scores, width, t);
            }
        }
        for (int r = 0; r < queries; r++) {
            int seen = before + r / sharing + 1;
            Attention.weigh(scores, r * width, seen, positions, mine.parts);
        }
        float[] weights = mine.weights.of(tiles * PackedRows.TILE * positions);
        Attention.packWeights(scores, width, queries, positions, weights);
        for (int d = 0; d < headDim; d += PANEL) {
            if (queries <= FEW) {
                Arrays.fill(sums, 0, FEW * PANEL, 0f);
                memory.addValues(head, d / PANEL, positions, weights, sums);
            } else {
                combine(memory, head, d / PANEL, positions, weights, tiles, sums, keys);
            }
            for (int r = 0; r < queries; r++) {
                int at = (first + r / sharing) * out.cols() + column(head, r, headDim) + d;
                int dims = Math.min(PANEL, headDim - d);
                System.arraycopy(sums, r * PANEL, out.data(), at, dims);
            }
        }
    }

    /// The sums of a panel of values, weighted for each query.
    private static void combine(
            KeyValues memory,
            int head,
            int panel,
            int positions,
            float[] weights,
            int tiles,
            float[] sums,
            MemorySegment piece) {
        Arrays.fill(sums, 0, tiles * PackedRows.TILE * PANEL, 0f);
        int stride = PackedRows.TILE * positions;
        for (int from = 0; from < positions; from += Piece.INPUTS) {
            int count = Math.min(Piece.INPUTS, positions - from);
            memory.unpackValues(head, panel, from, count, piece);
            int at = PackedRows.TILE * from;
            Products.floats(piece, weights, at, stride, tiles, count, sums, 0);
        }
    }

    private void packQueries(
            Matrix in, int head, int first, int queries, int headDim, float[] into) {
        Arrays.fill(into, 0, PackedRows.tiles(queries) * PackedRows.TILE * headDim, 0f);
        for (int r = 0; r < queries; r++) {
            int at = (first + r / sharing) * in.cols() + column(head, r, headDim);
            Attention.packQuery(in.data(), at, headDim, into, PackedRows.start(r, headDim));
        }
    }

    private int column(int head, int query, int headDim) {
        return (head * sharing + query % sharing) * headDim;
    }
}
