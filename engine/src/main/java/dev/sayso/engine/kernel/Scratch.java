package dev.sayso.engine.kernel;

/// Memory of one worker, kept from call to call so that nothing is allocated while decoding.
final class Scratch {

    /// Sums of a tile: four rows by a panel of 32, or one row by four.
    final float[] acc = new float[4 * Weight.PANEL];

    /// Rows that pass by a panel together.
    final Products.RowBlock block = new Products.RowBlock();

    /// Partial sums of a reduction.
    final float[] parts = new float[16];

    /// Where the results of four queries go.
    final int[] starts = new int[4];

    private float[] inputs = new float[0];
    private float[] scores = new float[0];
    private float[] keys = new float[0];

    /// At least `size` floats for what a product takes in: four queries, or a block of patches.
    float[] inputs(int size) {
        if (inputs.length < size) {
            inputs = new float[size];
        }
        return inputs;
    }

    /// At least `size` floats for the scores of four queries.
    float[] scores(int size) {
        if (scores.length < size) {
            scores = new float[size];
        }
        return scores;
    }

    /// At least `size` floats for the key panels of a window.
    float[] keys(int size) {
        if (keys.length < size) {
            keys = new float[size];
        }
        return keys;
    }
}
