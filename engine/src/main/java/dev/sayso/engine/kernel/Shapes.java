package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// The preconditions of [Kernels], checked once a call so that no loop has to.
final class Shapes {

    private Shapes() {}

    static void linear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        boolean fits = x.cols() == weight.cols() && y.cols() == weight.rows();
        if (!fits || x.rows() != y.rows() || (bias != null && bias.length != weight.rows())) {
            throw mismatch(
                    "x "
                            + of(x)
                            + ", weight "
                            + of(weight)
                            + ", bias "
                            + (bias == null ? 0 : bias.length)
                            + ", y "
                            + of(y));
        }
    }

    static void norm(Matrix x, float[] weight, Matrix y) {
        if (x.rows() != y.rows() || x.cols() != y.cols() || weight.length != x.cols()) {
            throw mismatch("x " + of(x) + ", weight [" + weight.length + "], y " + of(y));
        }
    }

    static void heads(Matrix x, int column, int heads, int headDim) {
        if (column < 0 || heads <= 0 || column + heads * headDim > x.cols()) {
            throw mismatch(heads + " heads of " + headDim + " from " + column + " in " + of(x));
        }
    }

    static void swiGlu(Matrix gateUp, Matrix y) {
        if (gateUp.rows() != y.rows() || gateUp.cols() != 2 * y.cols()) {
            throw mismatch("gates and ups " + of(gateUp) + ", y " + of(y));
        }
    }

    /// Gives the size of a head.
    static int windowedAttention(Matrix qkv, int heads, int window, Matrix y) {
        boolean fits = qkv.rows() == y.rows() && qkv.cols() == 3 * y.cols();
        if (!fits || window <= 0 || heads <= 0 || y.cols() % heads != 0) {
            throw mismatch(
                    "qkv " + of(qkv) + ", " + heads + " heads, window " + window + ", y " + of(y));
        }
        return y.cols() / heads;
    }

    static void remember(Matrix rows, int keyColumn, int valueColumn, KeyValues past) {
        int width = past.heads() * past.headDim();
        int most = rows.cols() - width;
        if (keyColumn < 0 || keyColumn > most || valueColumn < 0 || valueColumn > most) {
            throw mismatch(
                    "keys of "
                            + width
                            + " from "
                            + keyColumn
                            + ", values from "
                            + valueColumn
                            + " in "
                            + of(rows));
        }
    }

    static void causalAttention(Matrix q, int heads, KeyValues past, Matrix y) {
        int width = heads * past.headDim();
        boolean fits = q.rows() == y.rows() && q.cols() >= width && y.cols() == width;
        if (!fits || heads % past.heads() != 0 || past.length() < q.rows()) {
            throw mismatch(
                    "q "
                            + of(q)
                            + ", "
                            + heads
                            + " heads over "
                            + past.heads()
                            + ", "
                            + past.length()
                            + " positions, y "
                            + of(y));
        }
    }

    static void convolve(FeatureMap x, Weight weight, float[] bias, FeatureMap y) {
        boolean sizes =
                y.chunks() == x.chunks()
                        && y.times() == (x.times() + 1) / 2
                        && y.freqs() == (x.freqs() + 1) / 2;
        boolean channels =
                weight.cols() == 9 * x.channels()
                        && weight.rows() == y.channels()
                        && bias.length == y.channels();
        // the row above the highest frequency is not padded: an even number never reads it
        if (!sizes || !channels || x.freqs() % 2 != 0) {
            throw mismatch(
                    "map of "
                            + x.times()
                            + " x "
                            + x.freqs()
                            + " x "
                            + x.channels()
                            + ", weight "
                            + of(weight)
                            + ", map of "
                            + y.times()
                            + " x "
                            + y.freqs()
                            + " x "
                            + y.channels());
        }
    }

    static void embed(Weight table, int id, Matrix y, int row) {
        if (id < 0 || id >= table.rows() || y.cols() != table.cols() || row >= y.rows()) {
            throw mismatch("row " + id + " of " + of(table) + " into row " + row + " of " + of(y));
        }
    }

    /// The first of `count` values that is the given largest one.
    ///
    /// @throws ArithmeticException when it is not a number: the model's arithmetic has broken down,
    ///     which must not look like an answer
    static int indexOf(float[] values, float max, int count) {
        for (int i = 0; i < count; i++) {
            if (values[i] == max) {
                return i;
            }
        }
        throw notNumbers();
    }

    static ArithmeticException notNumbers() {
        return new ArithmeticException("the model's scores are not numbers");
    }

    static void scan(Matrix x, Weight weight, Weight.Int8 copy) {
        boolean fits = weight.rows() == copy.rows() && weight.cols() == copy.cols();
        if (!fits || x.rows() != 1 || x.cols() != weight.cols()) {
            throw mismatch(
                    "x " + of(x) + ", weight " + of(weight) + ", its 8-bit copy " + of(copy));
        }
    }

    private static IllegalArgumentException mismatch(String what) {
        return new IllegalArgumentException("shapes don't fit: " + what);
    }

    private static String of(Matrix matrix) {
        return "[" + matrix.rows() + ", " + matrix.cols() + "]";
    }

    private static String of(Weight weight) {
        return "[" + weight.rows() + ", " + weight.cols() + "]";
    }
}
