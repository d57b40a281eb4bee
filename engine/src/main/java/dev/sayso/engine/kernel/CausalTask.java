package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// The decoder's attention, cut by key/value head and by fours of queries.
///
/// The queries that share a head's keys are its query heads at every row; they are taken row by
/// row, so that four neighbours see nearly the same positions. While decoding, there is one row.
final class CausalTask implements Workers.Task {

    private final Scratch[] scratch;
    private @Nullable Matrix q;
    private @Nullable KeyValues past;
    private @Nullable Matrix y;
    private int sharing;
    private int tiles;

    CausalTask(Scratch[] scratch) {
        this.scratch = scratch;
    }

    void run(Workers workers, Matrix q, int heads, KeyValues past, Matrix y) {
        this.q = q;
        this.past = past;
        this.y = y;
        sharing = heads / past.heads();
        tiles = (q.rows() * sharing + 3) / 4;
        workers.run(Math.multiplyExact(past.heads(), tiles), 1, this);
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
            attend(in, memory, out, item / tiles, item % tiles * 4, scratch[worker]);
        }
    }

    private void attend(
            Matrix in, KeyValues memory, Matrix out, int head, int firstQuery, Scratch mine) {
        int headDim = memory.headDim();
        int queries = Math.min(4, in.rows() * sharing - firstQuery);
        int before = memory.length() - in.rows();
        int positions = before + (firstQuery + queries - 1) / sharing + 1;
        int width = memory.keys(head).length / headDim;
        float[] q4 = mine.inputs(4 * headDim);
        float[] scores = mine.scores(4 * width);
        float scale = ScalarKernels.scale(headDim);
        for (int r = 0; r < queries; r++) {
            int row = (firstQuery + r) / sharing;
            int column = (head * sharing + (firstQuery + r) % sharing) * headDim;
            for (int d = 0; d < headDim; d++) {
                q4[r * headDim + d] = in.data()[row * in.cols() + column + d] * scale;
            }
            mine.starts[r] = row * out.cols() + column;
        }
        Attention.scores(q4, headDim, memory.keys(head), scores, width, positions, mine.acc);
        for (int r = 0; r < queries; r++) {
            int seen = before + (firstQuery + r) / sharing + 1;
            Attention.weigh(scores, r * width, seen, positions, mine.parts);
        }
        Attention.combine(
                scores,
                width,
                positions,
                memory.values(head),
                0,
                headDim,
                headDim,
                out.data(),
                mine.starts,
                queries,
                mine.acc);
    }
}
