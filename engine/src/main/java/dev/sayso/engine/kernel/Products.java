package dev.sayso.engine.kernel;

/// Chooses the inner product for a weight's type and the machine's vector width, and knows which
/// streams a panel has. The choice is made here, outside all loops.
final class Products {

    private static final int COUNT = Lanes.COUNT;
    private static final int STREAMS = Lanes.STREAMS;

    /// Panels that one row is multiplied by at once: four streams.
    static final int COLUMN_PANELS = Math.max(1, 4 / STREAMS);

    /// Panels that a tile of four rows is multiplied by at once.
    static final int TILE_PANELS = Lanes.WIDE_TILE && STREAMS == 1 ? 2 : 1;

    /// Where the sums of a tile's second panel lie.
    static final int NEXT_PANEL = 4 * Weight.PANEL;

    private Products() {}

    /// One row of x by up to [#COLUMN_PANELS] panels; the sums of panel j lie at `32 j`.
    static void column(Weight w, int panel, float[] x, int from, int count, float[] acc) {
        int last = Math.min(panel + COLUMN_PANELS, w.panels()) - 1;
        switch (w) {
            case Weight.Bf16 b ->
                    Tiles.bf16Column(
                            b.data(),
                            stream(w, panel, 0, last),
                            stream(w, panel, 1, last),
                            stream(w, panel, 2, last),
                            stream(w, panel, 3, last),
                            x,
                            from,
                            count,
                            acc,
                            sums(panel, 0, last),
                            sums(panel, 1, last),
                            sums(panel, 2, last),
                            sums(panel, 3, last));
            case Weight.F32 f ->
                    Tiles.f32Column(
                            f.data(),
                            stream(w, panel, 0, last),
                            stream(w, panel, 1, last),
                            stream(w, panel, 2, last),
                            stream(w, panel, 3, last),
                            x,
                            from,
                            count,
                            acc,
                            sums(panel, 0, last),
                            sums(panel, 1, last),
                            sums(panel, 2, last),
                            sums(panel, 3, last));
        }
    }

    /// Where stream i of the panels from `panel` on begins; beyond the last panel, its own again.
    private static long stream(Weight w, int panel, int i, int last) {
        int of = Math.min(panel + i / STREAMS, last);
        return w.panelOffset(of) + (long) (i % STREAMS) * COUNT * Float.BYTES;
    }

    private static int sums(int panel, int i, int last) {
        int of = Math.min(panel + i / STREAMS, last);
        return (of - panel) * Weight.PANEL + i % STREAMS * COUNT;
    }

    /// Four rows of x, each `count` values from its own offset, by [#TILE_PANELS] panels, beginning
    /// with column `col`; the sums of row r lie at `32 r`, those of the second panel
    /// [#NEXT_PANEL] later.
    static void tile(
            Weight w,
            int panel,
            int col,
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int count,
            float[] acc) {
        long at = w.panelOffset(panel) + (long) col * w.stride();
        switch (w) {
            case Weight.Bf16 b -> {
                if (!Lanes.WIDE_TILE) {
                    Tiles.bf16Tile(b.data(), at, x, x0, x1, x2, x3, count, acc, 0);
                    Tiles.bf16Tile(b.data(), at + 32, x, x0, x1, x2, x3, count, acc, COUNT);
                } else if (STREAMS == 1) {
                    int last = Math.min(panel + 1, w.panels() - 1);
                    long next = w.panelOffset(last) + (long) col * w.stride();
                    Tiles.bf16WideTile(
                            b.data(), at, next, x, x0, x1, x2, x3, count, acc, 0, NEXT_PANEL);
                } else {
                    Tiles.bf16WideTile(
                            b.data(), at, at + 16, x, x0, x1, x2, x3, count, acc, 0, COUNT);
                    Tiles.bf16WideTile(
                            b.data(), at + 32, at + 48, x, x0, x1, x2, x3, count, acc, 8, 12);
                }
            }
            case Weight.F32 f -> {
                for (int panels = 0; panels < TILE_PANELS; panels++) {
                    int of = Math.min(panel + panels, w.panels() - 1);
                    long start = w.panelOffset(of) + (long) col * w.stride();
                    for (int i = 0; i < STREAMS; i++) {
                        int sums = panels * NEXT_PANEL + i * COUNT;
                        long stream = start + (long) i * COUNT * Float.BYTES;
                        Tiles.f32Tile(f.data(), stream, x, x0, x1, x2, x3, count, acc, sums);
                    }
                }
            }
        }
    }
}
