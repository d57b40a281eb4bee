package dev.sayso.engine.kernel;

import java.util.Arrays;

/// Attention of four queries at a time over one head's keys and values: scores, softmax, weighted
/// sum, each shaped like a matrix product.
final class Attention {

    private static final int PANEL = Weight.PANEL;
    private static final int COUNT = Lanes.COUNT;

    private Attention() {}

    /// The scores of four queries against the first positions of key panels.
    ///
    /// @param q four queries one behind the other, scaled
    /// @param keys `[panel][headDim][32]`
    /// @param scores four rows of `width` values
    /// @param positions how many are wanted; more are written, up to a whole panel
    static void scores(
            float[] q,
            int headDim,
            float[] keys,
            float[] scores,
            int width,
            int positions,
            float[] acc) {
        for (int panel = 0; panel * PANEL < positions; panel++) {
            Arrays.fill(acc, 0, 4 * PANEL, 0f);
            for (int i = 0; i < PANEL / 2; i += COUNT) {
                Tiles.tile(
                        keys,
                        panel * PANEL * headDim + i,
                        q,
                        0,
                        headDim,
                        2 * headDim,
                        3 * headDim,
                        headDim,
                        acc,
                        i);
            }
            for (int r = 0; r < 4; r++) {
                System.arraycopy(acc, r * PANEL, scores, r * width + panel * PANEL, PANEL);
            }
        }
    }

    /// Turns a query's scores into weights: softmax over the positions it sees, zero for those that
    /// only the other three see.
    static void weigh(float[] scores, int from, int seen, int positions, float[] parts) {
        Rows.softmax(scores, from, seen, parts);
        Arrays.fill(scores, from + seen, from + positions, 0f);
    }

    /// The sums of values weighted for four queries, dimensions `d` to `d + 2 · COUNT`; row r's lie
    /// at `32 r` and `32 r + 16`.
    static void sums(
            float[] weights,
            int width,
            int positions,
            float[] values,
            int at,
            int stride,
            float[] acc) {
        Arrays.fill(acc, 0, 4 * PANEL, 0f);
        Tiles.valueTile(
                values, at, stride, weights, 0, width, 2 * width, 3 * width, positions, acc, 0);
    }

    /// One dimension's sum for one query, where fewer than two vectors of dimensions are left.
    static float sum(float[] weights, int from, int positions, float[] values, int at, int stride) {
        float sum = 0;
        for (int t = 0; t < positions; t++) {
            sum = Math.fma(values[at + t * stride], weights[from + t], sum);
        }
        return sum;
    }

    /// All dimensions' weighted sums for up to four queries.
    ///
    /// @param into where the results go: query r's at `starts[r]`
    static void combine(
            float[] weights,
            int width,
            int positions,
            float[] values,
            int at,
            int stride,
            int headDim,
            float[] into,
            int[] starts,
            int queries,
            float[] acc) {
        int d = 0;
        for (; d <= headDim - 2 * COUNT; d += 2 * COUNT) {
            sums(weights, width, positions, values, at + d, stride, acc);
            for (int r = 0; r < queries; r++) {
                System.arraycopy(acc, r * PANEL, into, starts[r] + d, COUNT);
                System.arraycopy(acc, r * PANEL + 16, into, starts[r] + d + COUNT, COUNT);
            }
        }
        for (; d < headDim; d++) {
            for (int r = 0; r < queries; r++) {
                into[starts[r] + d] = sum(weights, r * width, positions, values, at + d, stride);
            }
        }
    }
}
