package dev.sayso.engine.kernel;

/// Rows packed by tiles, as [Tiles] takes them: `[tile][cols][TILE]`, so that what the rows of a
/// tile give for one input lies side by side. Rows past the last one are zeros.
final class PackedRows {

    /// Rows that pass by a piece of a panel together.
    static final int TILE = Lanes.EIGHT_ROWS ? 8 : 4;

    /// Rows that are packed at a time.
    private static final int FOUR = 4;

    private PackedRows() {}

    /// How many tiles some rows take.
    static int tiles(int rows) {
        return (rows + TILE - 1) / TILE;
    }

    /// Where in packed rows of so many columns the first value of a row is; the next ones lie
    /// [#TILE] apart.
    static int start(int row, int cols) {
        return row / TILE * TILE * cols + row % TILE;
    }

    /// Packs a tile: up to [#TILE] rows that lie `stride` apart.
    static void pack(float[] x, int from, int stride, int rows, int cols, float[] into, int to) {
        for (int row = 0; row < TILE; row += FOUR) {
            int first = from + row * stride;
            if (rows - row >= FOUR) {
                int second = first + stride;
                int third = second + stride;
                four(x, first, second, third, third + stride, cols, into, to + row);
            } else {
                few(x, first, stride, rows - row, cols, into, to + row);
            }
        }
    }

    /// Packs four rows of a tile, wherever each begins.
    static void four(float[] x, int x0, int x1, int x2, int x3, int cols, float[] into, int to) {
        for (int k = 0; k < cols; k++) {
            into[to + TILE * k] = x[x0 + k];
            into[to + TILE * k + 1] = x[x1 + k];
            into[to + TILE * k + 2] = x[x2 + k];
            into[to + TILE * k + 3] = x[x3 + k];
        }
    }

    /// Packs fewer than four rows, or none, and zeros.
    private static void few(
            float[] x, int from, int stride, int rows, int cols, float[] into, int to) {
        for (int row = 0; row < FOUR; row++) {
            for (int k = 0; k < cols; k++) {
                into[to + TILE * k + row] = row < rows ? x[from + row * stride + k] : 0;
            }
        }
    }
}
