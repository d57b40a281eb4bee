package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// The fast kernels: the Vector API on a team of threads.
///
/// Every method checks its shapes and hands a prepared task to the [Workers]; nothing is allocated
/// but scratch memory, which grows to what is needed and stays. Not for several threads at a time.
public final class VectorKernels implements Kernels {

    /// Rows whose scores over the whole vocabulary are held at a time.
    private static final int ARGMAX_ROWS = 16;

    private final Workers workers;
    private final LinearTask linear;
    private final ConvolveTask convolve;
    private final RowTask rows;
    private final WindowTask windows;
    private final RememberTask remember;
    private final CausalTask causal;
    private final ScanTask scan;

    /// Kernels on `threads` threads, the caller's included.
    public VectorKernels(int threads) {
        workers = new Workers(threads);
        Scratch[] scratch = new Scratch[threads];
        for (int i = 0; i < threads; i++) {
            scratch[i] = new Scratch();
        }
        linear = new LinearTask(workers, scratch);
        convolve = new ConvolveTask(workers, scratch);
        rows = new RowTask(workers, scratch);
        windows = new WindowTask(workers, scratch);
        remember = new RememberTask(workers);
        causal = new CausalTask(workers, scratch);
        scan = new ScanTask(workers, scratch);
    }

    /// Bits in a vector on this machine.
    public static int vectorBits() {
        return Lanes.F.vectorBitSize();
    }

    @Override
    public void linear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        Shapes.linear(x, weight, bias, y);
        linear.run(x, weight, bias, y, LinearTask.Ending.STORE);
    }

    @Override
    public void addLinear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        Shapes.linear(x, weight, bias, y);
        linear.run(x, weight, bias, y, LinearTask.Ending.ADD);
    }

    @Override
    public void geluLinear(Matrix x, Weight weight, float @Nullable [] bias, Matrix y) {
        Shapes.linear(x, weight, bias, y);
        linear.run(x, weight, bias, y, LinearTask.Ending.GELU);
    }

    @Override
    public void layerNorm(Matrix x, float[] weight, float[] bias, float eps, Matrix y) {
        Shapes.norm(x, weight, y);
        rows.layerNorm(x, weight, bias, eps, y);
    }

    @Override
    public void rmsNorm(Matrix x, float[] weight, float eps, Matrix y) {
        Shapes.norm(x, weight, y);
        rows.rmsNorm(x, weight, eps, y);
    }

    @Override
    public void headNorm(Matrix x, int column, int heads, float[] weight, float eps) {
        Shapes.heads(x, column, heads, weight.length);
        rows.headNorm(x, column, heads, weight, eps);
    }

    @Override
    public void rotate(Matrix x, int column, int heads, Rotation rotation, int position) {
        Shapes.heads(x, column, heads, 2 * rotation.half());
        rows.rotate(x, column, heads, rotation, position);
    }

    @Override
    public void swiGlu(Matrix gateUp, Matrix y) {
        Shapes.swiGlu(gateUp, y);
        rows.swiGlu(gateUp, y);
    }

    @Override
    public void windowedAttention(Matrix qkv, int heads, int window, Matrix y) {
        int headDim = Shapes.windowedAttention(qkv, heads, window, y);
        windows.run(qkv, heads, headDim, window, y);
    }

    @Override
    public void remember(Matrix rows, int keyColumn, int valueColumn, KeyValues past) {
        Shapes.remember(rows, keyColumn, valueColumn, past);
        remember.run(rows, keyColumn, valueColumn, past);
    }

    @Override
    public void causalAttention(Matrix q, int heads, KeyValues past, Matrix y) {
        Shapes.causalAttention(q, heads, past, y);
        causal.run(q, heads, past, y);
    }

    @Override
    public void convolve(FeatureMap x, Weight weight, float[] bias, FeatureMap y) {
        Shapes.convolve(x, weight, bias, y);
        convolve.run(x, weight, bias, y);
    }

    @Override
    public int[] argmaxesOfLinear(Matrix x, Weight weight) {
        int[] best = new int[x.rows()];
        float[] one = new float[weight.rows()];
        for (int from = 0; from < x.rows(); from += ARGMAX_ROWS) {
            int count = Math.min(ARGMAX_ROWS, x.rows() - from);
            Matrix rows = new Matrix(count, x.cols());
            System.arraycopy(x.data(), from * x.cols(), rows.data(), 0, count * x.cols());
            Matrix logits = new Matrix(count, weight.rows());
            linear(rows, weight, null, logits);
            for (int row = 0; row < count; row++) {
                System.arraycopy(logits.data(), row * one.length, one, 0, one.length);
                float max = Rows.max(one, 0, one.length);
                best[from + row] = Shapes.indexOf(one, max, one.length);
            }
        }
        return best;
    }

    @Override
    public int argmaxByCopy(Matrix x, Weight weight, Weight.Int8 copy) {
        Shapes.scan(x, weight, copy);
        return scan.best(x, weight, copy);
    }

    /// How many panels of 32 outputs the last [#argmaxByCopy] computed exactly. For diagnosis.
    public int candidatePanels() {
        return scan.candidates();
    }

    @Override
    public void embed(Weight table, int id, Matrix y, int row) {
        Shapes.embed(table, id, y, row);
        int at = row * y.cols();
        for (int k = 0; k < table.cols(); k++) {
            y.data()[at + k] = table.at(id, k);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
