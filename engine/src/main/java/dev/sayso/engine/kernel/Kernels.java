package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// All arithmetic of the engine on one page.
///
/// Two implementations: [ScalarKernels], the specification, plain loops; and [VectorKernels], the
/// fast one. They give the same bits, at every vector width and with any number of threads: sums
/// over a layer's inputs run in the order of the inputs, other sums as [Formulas#fold] says, and
/// multiply-adds are fused.
///
/// Matrices may not alias unless a method says so. Shapes are checked once a call.
public sealed interface Kernels extends AutoCloseable permits ScalarKernels, VectorKernels {

    /// y = x Wᵀ + bias.
    ///
    /// @param x `[m, in]`
    /// @param weight `[out, in]`
    /// @param bias `[out]`, or null
    /// @param y `[m, out]`
    void linear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y);

    /// y = y + (x Wᵀ + bias); a residual connection.
    void addLinear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y);

    /// y = gelu(x Wᵀ + bias), gelu(v) being ½ v (1 + erf(v / √2)).
    void geluLinear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y);

    /// Each row less its mean, over its standard deviation, times `weight`, plus `bias`.
    ///
    /// @param x `[m, n]`; may be `y`
    void layerNorm(Matrix x, float[] weight, float[] bias, float eps, Matrix y);

    /// Each row over its root mean square, times `weight`.
    ///
    /// @param x `[m, n]`; may be `y`
    void rmsNorm(Matrix x, float[] weight, float eps, Matrix y);

    /// In each row, each head over its own root mean square, times `weight`; in place.
    ///
    /// @param column where the first head begins in a row
    /// @param weight `[headDim]`, shared by all heads
    void headNorm(Matrix x, int column, int heads, float[] weight, float eps);

    /// Rotates each head by its row's position; in place.
    ///
    /// @param column where the first head begins in a row
    /// @param position of the first row; tabulated up to the last
    void rotate(Matrix x, int column, int heads, Rotation rotation, int position);

    /// silu(gate) · up.
    ///
    /// @param gateUp `[m, 2n]`, a row's gates before its ups
    /// @param y `[m, n]`
    void swiGlu(Matrix gateUp, Matrix y);

    /// softmax(q kᵀ / √headDim) v within windows that don't overlap.
    ///
    /// @param qkv `[m, 3n]`: queries, keys, values, each `n = heads · headDim` wide
    /// @param window rows in a window; the last may be shorter
    /// @param y `[m, n]`
    void windowedAttention(Matrix qkv, int heads, int window, Matrix y);

    /// Remembers the keys and values of further positions, for which there must be room.
    ///
    /// @param rows one position a row
    /// @param keyColumn where the keys of all heads begin in a row
    /// @param valueColumn where the values begin
    void remember(Matrix rows, int keyColumn, int valueColumn, KeyValues past);

    /// softmax(q kᵀ / √headDim) v over each row's own and all earlier positions.
    ///
    /// @param q rows that begin with `heads` queries; the last positions of `past`, whose keys and
    ///     values it already holds
    /// @param heads a multiple of the key/value heads; neighbours share one
    /// @param y `[m, heads · headDim]`
    void causalAttention(Matrix q, int heads, KeyValues past, Matrix y);

    /// gelu(3 x 3 convolution with stride 2 and padding 1, plus bias).
    ///
    /// @param weight `[channels out, 9 · channels in]`, columns in the order time, frequency,
    ///     channel
    /// @param y half as many times and frequencies as `x`, rounded up
    void convolve(FeatureMap x, Weight weight, float[] bias, FeatureMap y);

    /// Each row's output with the largest value of x Wᵀ, the first of equal ones.
    ///
    /// @param x `[m, in]`
    int[] argmaxesOfLinear(Matrix x, Weight weight);

    /// As above for one row: the very same output, found with less reading.
    ///
    /// @param x `[1, in]`
    /// @param copy the same weight in 8 bits
    int argmaxByCopy(Matrix x, Weight weight, Weight.Int8 copy);

    /// Row `id` of a weight, widened.
    ///
    /// @param y its row `row` is written
    void embed(Weight table, int id, Matrix y, int row);

    /// Ends the threads, if there are any.
    @Override
    void close();
}
