package dev.sayso.engine.kernel;

/// Memory of one worker, kept from call to call so that nothing is allocated while decoding.
final class Scratch {

    /// Floats that are there when asked for; what was in them before may be gone or not.
    static final class Buffer {

        private float[] data = new float[0];

        float[] of(int size) {
            if (data.length < size) {
                data = new float[size];
            }
            return data;
        }
    }

    /// Sums of one row and as many panels as it passes at once.
    final float[] column = new float[Products.MOST_TOGETHER * Weight.PANEL];

    /// A piece of a panel, widened.
    final Piece piece = new Piece();

    /// Partial sums of a reduction.
    final float[] parts = new float[16];

    /// Sums of many rows, 32 for each row and panel.
    final Buffer sums = new Buffer();

    /// What a product takes in, packed by tiles: patches, queries.
    final Buffer inputs = new Buffer();

    /// Scores of attention, row after row.
    final Buffer scores = new Buffer();

    /// The same as weights, packed by tiles.
    final Buffer weights = new Buffer();

    /// Panels of keys, or one of values.
    final Buffer panels = new Buffer();

    /// What was touched ([Columns], [Products]); never read.
    int touched;
}
