package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The parts of attention, each shaped like a matrix product: many queries pass by one panel of
/// keys, or by one panel of values, at a time.
final class Attention {

    private static final int PANEL = Weight.PANEL;

    private Attention() {}

    /// Packs a query, scaled.
    ///
    /// @param to where the query's first value goes ([PackedRows#start])
    static void packQuery(float[] from, int at, int headDim, float[] into, int to) {
        float scale = ScalarKernels.scale(headDim);
        for (int d = 0; d < headDim; d++) {
            into[to + PackedRows.TILE * d] = from[at + d] * scale;
        }
    }

    /// The scores of queries against a panel of keys, into columns of `[query][width]`.
    ///
    /// @param q packed by tiles
    /// @param keys a piece, `[headDim][32]`
    /// @param sums working memory
    static void scores(
            float[] q,
            int queries,
            int headDim,
            MemorySegment keys,
            float[] sums,
            float[] scores,
            int width,
            int column) {
        int tiles = PackedRows.tiles(queries);
        Arrays.fill(sums, 0, tiles * PackedRows.TILE * PANEL, 0f);
        int stride = PackedRows.TILE * headDim;
        Products.floats(keys, q, 0, stride, tiles, headDim, sums, 0);
        putScores(sums, queries, scores, width, column);
    }

    /// Puts the sums of queries with a panel of keys into columns of `[query][width]`.
    static void putScores(float[] sums, int queries, float[] scores, int width, int column) {
        for (int r = 0; r < queries; r++) {
            System.arraycopy(sums, r * PANEL, scores, r * width + column, PANEL);
        }
    }

    /// Turns a query's scores into weights: softmax over the positions it sees, zero for those that
    /// only others see.
    static void weigh(float[] scores, int from, int seen, int positions, float[] parts) {
        Rows.softmax(scores, from, seen, parts);
        Arrays.fill(scores, from + seen, from + positions, 0f);
    }

    /// Packs all queries' weights by tiles.
    static void packWeights(float[] scores, int width, int queries, int positions, float[] into) {
        for (int first = 0; first < queries; first += PackedRows.TILE) {
            int rows = Math.min(PackedRows.TILE, queries - first);
            int to = PackedRows.start(first, positions);
            PackedRows.pack(scores, first * width, width, rows, positions, into, to);
        }
    }
}
