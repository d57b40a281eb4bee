package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// The specification: every kernel as plain loops.
///
/// Slow on purpose; what [VectorKernels] computes is compared with it bit by bit.
public final class ScalarKernels implements Kernels {

    @Override
    public void linear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        product(x, weight, bias, y, LinearTask.Ending.STORE);
    }

    @Override
    public void addLinear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        product(x, weight, bias, y, LinearTask.Ending.ADD);
    }

    private static void product(
            Matrix x, Weight weight, float @Nullable [] bias, Matrix y, LinearTask.Ending ending) {
        Shapes.linear(x, weight, bias, y);
        float[] row = new float[weight.cols()];
        for (int out = 0; out < weight.rows(); out++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = weight instanceof Weight.Int8 q ? q.value(out, k) : weight.at(out, k);
            }
            for (int m = 0; m < x.rows(); m++) {
                float sum = sum(x, m, weight, out, row);
                if (bias != null) {
                    sum += bias[out];
                }
                int at = m * y.cols() + out;
                y.data()[at] =
                        switch (ending) {
                            case STORE -> sum;
                            case ADD -> y.data()[at] + sum;
                            case GELU -> Formulas.gelu(sum);
                        };
            }
        }
    }

    /// A row times a weight's row: 8-bit values in units of the scale of their block.
    private static float sum(Matrix x, int m, Weight weight, int out, float[] row) {
        float sum = 0;
        for (int k = 0; k < row.length; k++) {
            if (weight instanceof Weight.Int8 q && k % Weight.Int8.BLOCK == 0) {
                sum *= q.ratio(out, k / Weight.Int8.BLOCK);
            }
            sum = Math.fma(row[k], x.at(m, k), sum);
        }
        return weight instanceof Weight.Int8 q ? sum * q.scale(out) : sum;
    }

    @Override
    public void geluLinear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        product(x, weight, bias, y, LinearTask.Ending.GELU);
    }

    @Override
    public void layerNorm(Matrix x, float[] weight, float[] bias, float eps, Matrix y) {
        Shapes.norm(x, weight, y);
        int n = x.cols();
        for (int m = 0; m < x.rows(); m++) {
            float[] parts = new float[16];
            for (int i = 0; i < n; i++) {
                parts[i % 16] += x.at(m, i);
            }
            float mean = Formulas.fold(parts) / n;
            parts = new float[16];
            for (int i = 0; i < n; i++) {
                float d = x.at(m, i) - mean;
                parts[i % 16] = Math.fma(d, d, parts[i % 16]);
            }
            float scale = Formulas.inverseRoot(Formulas.fold(parts), n, eps);
            for (int i = 0; i < n; i++) {
                y.data()[m * n + i] = Math.fma((x.at(m, i) - mean) * scale, weight[i], bias[i]);
            }
        }
    }

    @Override
    public void rmsNorm(Matrix x, float[] weight, float eps, Matrix y) {
        Shapes.norm(x, weight, y);
        for (int m = 0; m < x.rows(); m++) {
            rmsNorm(x.data(), m * x.cols(), weight, eps, y.data(), m * x.cols());
        }
    }

    @Override
    public void headNorm(Matrix x, int column, int heads, float[] weight, float eps) {
        Shapes.heads(x, column, heads, weight.length);
        for (int m = 0; m < x.rows(); m++) {
            for (int head = 0; head < heads; head++) {
                int at = m * x.cols() + column + head * weight.length;
                rmsNorm(x.data(), at, weight, eps, x.data(), at);
            }
        }
    }

    private static void rmsNorm(float[] x, int from, float[] weight, float eps, float[] y, int to) {
        float[] parts = new float[16];
        for (int i = 0; i < weight.length; i++) {
            parts[i % 16] = Math.fma(x[from + i], x[from + i], parts[i % 16]);
        }
        float scale = Formulas.inverseRoot(Formulas.fold(parts), weight.length, eps);
        for (int i = 0; i < weight.length; i++) {
            y[to + i] = x[from + i] * scale * weight[i];
        }
    }

    @Override
    public void rotate(Matrix x, int column, int heads, Rotation rotation, int position) {
        int half = rotation.half();
        Shapes.heads(x, column, heads, 2 * half);
        for (int m = 0; m < x.rows(); m++) {
            for (int head = 0; head < heads; head++) {
                int at = m * x.cols() + column + head * 2 * half;
                for (int i = 0; i < half; i++) {
                    float cos = rotation.cos()[(position + m) * half + i];
                    float sin = rotation.sin()[(position + m) * half + i];
                    float a = x.data()[at + i];
                    float b = x.data()[at + half + i];
                    x.data()[at + i] = a * cos - b * sin;
                    x.data()[at + half + i] = b * cos + a * sin;
                }
            }
        }
    }

    @Override
    public void swiGlu(Matrix gateUp, Matrix y) {
        Shapes.swiGlu(gateUp, y);
        int n = y.cols();
        for (int m = 0; m < y.rows(); m++) {
            for (int i = 0; i < n; i++) {
                float gate = Formulas.silu(gateUp.at(m, i));
                y.data()[m * n + i] = gate * gateUp.at(m, n + i);
            }
        }
    }

    @Override
    public void windowedAttention(Matrix qkv, int heads, int window, Matrix y) {
        int headDim = Shapes.windowedAttention(qkv, heads, window, y);
        int n = y.cols();
        for (int m = 0; m < qkv.rows(); m++) {
            int first = m / window * window;
            int count = Math.min(window, qkv.rows() - first);
            for (int head = 0; head < heads; head++) {
                float[] weights = new float[count];
                int column = head * headDim;
                for (int t = 0; t < count; t++) {
                    float score = 0;
                    for (int d = 0; d < headDim; d++) {
                        float q = qkv.at(m, column + d) * scale(headDim);
                        score = Math.fma(qkv.at(first + t, n + column + d), q, score);
                    }
                    weights[t] = score;
                }
                softmax(weights);
                for (int d = 0; d < headDim; d++) {
                    float sum = 0;
                    for (int t = 0; t < count; t++) {
                        sum = Math.fma(qkv.at(first + t, 2 * n + column + d), weights[t], sum);
                    }
                    y.data()[m * n + column + d] = sum;
                }
            }
        }
    }

    @Override
    public void remember(Matrix rows, int keyColumn, int valueColumn, KeyValues past) {
        Shapes.remember(rows, keyColumn, valueColumn, past);
        for (int head = 0; head < past.heads(); head++) {
            past.write(rows, keyColumn, valueColumn, head);
        }
        past.advance(rows.rows());
    }

    @Override
    public void causalAttention(Matrix q, int heads, KeyValues past, Matrix y) {
        Shapes.causalAttention(q, heads, past, y);
        int headDim = past.headDim();
        for (int m = 0; m < q.rows(); m++) {
            int count = past.length() - q.rows() + m + 1;
            for (int head = 0; head < heads; head++) {
                int shared = head / (heads / past.heads());
                attend(q, m, head * headDim, past, shared, count, y);
            }
        }
    }

    private static void attend(
            Matrix q, int m, int column, KeyValues past, int shared, int count, Matrix y) {
        int headDim = past.headDim();
        float[] weights = new float[count];
        for (int t = 0; t < count; t++) {
            float score = 0;
            for (int d = 0; d < headDim; d++) {
                float query = q.at(m, column + d) * scale(headDim);
                score = Math.fma(past.key(shared, t, d), query, score);
            }
            weights[t] = score;
        }
        softmax(weights);
        for (int d = 0; d < headDim; d++) {
            float sum = 0;
            for (int t = 0; t < count; t++) {
                sum = Math.fma(past.value(shared, t, d), weights[t], sum);
            }
            y.data()[m * y.cols() + column + d] = sum;
        }
    }

    /// What queries are multiplied by: 1 / √headDim.
    static float scale(int headDim) {
        return (float) (1 / Math.sqrt(headDim));
    }

    /// exp(x - max) over their sum; in place.
    private static void softmax(float[] x) {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : x) {
            max = Math.max(max, value);
        }
        float[] parts = new float[16];
        for (int i = 0; i < x.length; i++) {
            x[i] = Formulas.exp(x[i] - max);
            parts[i % 16] += x[i];
        }
        float inverse = 1 / Formulas.fold(parts);
        for (int i = 0; i < x.length; i++) {
            x[i] *= inverse;
        }
    }

    @Override
    public void convolve(FeatureMap x, Weight weight, float[] bias, FeatureMap y) {
        Shapes.convolve(x, weight, bias, y);
        int channels = x.channels();
        float[][] filters = new float[weight.rows()][weight.cols()];
        for (int out = 0; out < weight.rows(); out++) {
            embed(weight, out, filters[out]);
        }
        float[] patch = new float[9 * channels];
        for (int chunk = 0; chunk < y.chunks(); chunk++) {
            for (int time = 0; time < y.times(); time++) {
                for (int freq = 0; freq < y.freqs(); freq++) {
                    patch(x, chunk, time, freq, patch);
                    int at = y.offset(chunk, time, freq);
                    for (int out = 0; out < weight.rows(); out++) {
                        float sum = 0;
                        for (int k = 0; k < patch.length; k++) {
                            sum = Math.fma(filters[out][k], patch[k], sum);
                        }
                        y.data()[at + out] = Formulas.gelu(sum + bias[out]);
                    }
                }
            }
        }
    }

    /// What the filter sees: three times by three frequencies, zero outside.
    private static void patch(FeatureMap x, int chunk, int time, int freq, float[] patch) {
        int channels = x.channels();
        for (int i = 0; i < 9; i++) {
            int t = 2 * time - 1 + i / 3;
            int f = 2 * freq - 1 + i % 3;
            boolean inside = t >= 0 && t < x.times() && f >= 0 && f < x.freqs();
            for (int c = 0; c < channels; c++) {
                patch[i * channels + c] = inside ? x.data()[x.offset(chunk, t, f) + c] : 0;
            }
        }
    }

    private int argmax(Matrix x, Weight weight, Matrix logits) {
        linear(x, weight, null, logits);
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits.data()) {
            max = Math.max(max, logit);
        }
        return Shapes.indexOf(logits.data(), max, weight.rows());
    }

    @Override
    public int[] argmaxesOfLinear(Matrix x, Weight weight) {
        int[] best = new int[x.rows()];
        Matrix row = new Matrix(1, x.cols());
        Matrix logits = new Matrix(1, weight.rows());
        for (int m = 0; m < x.rows(); m++) {
            row.setRow(0, x, m);
            best[m] = argmax(row, weight, logits);
        }
        return best;
    }

    @Override
    public int argmaxByCopy(Matrix x, Weight weight, Weight.Int8 copy) {
        Shapes.scan(x, weight, copy);
        return argmax(x, weight, new Matrix(1, weight.rows()));
    }

    @Override
    public void embed(Weight table, int id, Matrix y, int row) {
        Shapes.embed(table, id, y, row);
        for (int k = 0; k < table.cols(); k++) {
            y.data()[row * y.cols() + k] = table.at(id, k);
        }
    }

    private static void embed(Weight weight, int row, float[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = weight.at(row, k);
        }
    }

    @Override
    public void close() {}
}
