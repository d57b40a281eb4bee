package dev.sayso.engine.kernel;

/// Rows packed by fours, as [Tiles] takes them: `[four][cols][4]`, so that what four rows
/// give for one input lies side by side. Rows past the last one are zeros.
final class Fours {

    private Fours() {}

    /// How many fours some rows take; an even number where eight rows are multiplied at a time.
    static int of(int rows) {
        return Lanes.EIGHT_ROWS ? (rows + 7) / 8 * 2 : (rows + 3) / 4;
    }

    /// Packs up to four rows that lie `stride` apart.
    static void pack(float[] x, int from, int stride, int rows, int cols, float[] into, int to) {
        if (rows < 4) {
            for (int i = 0; i < 4 * cols; i++) {
                into[to + i] = i % 4 < rows ? x[from + i % 4 * stride + i / 4] : 0;
            }
            return;
        }
        pack(x, from, from + stride, from + 2 * stride, from + 3 * stride, cols, into, to);
    }

    /// Packs four rows, wherever each begins.
    static void pack(float[] x, int x0, int x1, int x2, int x3, int cols, float[] into, int to) {
        for (int k = 0; k < cols; k++) {
            into[to + 4 * k] = x[x0 + k];
            into[to + 4 * k + 1] = x[x1 + k];
            into[to + 4 * k + 2] = x[x2 + k];
            into[to + 4 * k + 3] = x[x3 + k];
        }
    }
}
