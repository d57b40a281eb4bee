package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// Norms and element-wise functions, cut by rows.
final class RowTask implements Workers.Task {

    private enum Op {
        LAYER_NORM,
        RMS_NORM,
        HEAD_NORM,
        ROTATE,
        SWI_GLU
    }

    private static final float[] NONE = new float[0];

    private final Workers workers;
    private final Scratch[] scratch;
    private Op op = Op.SWI_GLU;
    private @Nullable Matrix x;
    private @Nullable Matrix y;
    private float[] weight = NONE;
    private float[] bias = NONE;
    private float eps;
    private int column;
    private int heads;
    private int position;
    private @Nullable Rotation rotation;

    RowTask(Workers workers, Scratch[] scratch) {
        this.workers = workers;
        this.scratch = scratch;
    }

    void layerNorm(Matrix from, float[] w, float[] b, float e, Matrix to) {
        weight = w;
        bias = b;
        eps = e;
        start(Op.LAYER_NORM, from, to);
    }

    void rmsNorm(Matrix from, float[] w, float e, Matrix to) {
        weight = w;
        eps = e;
        start(Op.RMS_NORM, from, to);
    }

    void headNorm(Matrix from, int firstColumn, int count, float[] w, float e) {
        column = firstColumn;
        heads = count;
        weight = w;
        eps = e;
        start(Op.HEAD_NORM, from, from);
    }

    void rotate(Matrix from, int firstColumn, int count, Rotation by, int firstPosition) {
        column = firstColumn;
        heads = count;
        rotation = by;
        position = firstPosition;
        start(Op.ROTATE, from, from);
    }

    void swiGlu(Matrix from, Matrix to) {
        start(Op.SWI_GLU, from, to);
    }

    private void start(Op wanted, Matrix from, Matrix to) {
        op = wanted;
        x = from;
        y = to;
        // at least some 10 µs of work for each chunk
        int chunk = Math.max(1, 16_384 / from.cols());
        workers.run(from.rows(), chunk, this);
        x = null;
        y = null;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = x;
        Matrix out = y;
        if (in == null || out == null) {
            throw new IllegalStateException("no work");
        }
        float[] parts = scratch[worker].parts;
        int n = in.cols();
        switch (op) {
            case LAYER_NORM -> {
                for (int i = from; i < to; i++) {
                    Rows.layerNorm(in.data(), i * n, weight, bias, eps, out.data(), i * n, parts);
                }
            }
            case RMS_NORM -> {
                for (int i = from; i < to; i++) {
                    Rows.rmsNorm(in.data(), i * n, weight, eps, out.data(), i * n, parts);
                }
            }
            case HEAD_NORM -> {
                for (int i = from; i < to; i++) {
                    headNorm(in.data(), i * n + column, parts);
                }
            }
            case ROTATE -> {
                for (int i = from; i < to; i++) {
                    rotate(in.data(), i * n + column, position + i);
                }
            }
            case SWI_GLU -> {
                int width = out.cols();
                for (int i = from; i < to; i++) {
                    Rows.swiGlu(in.data(), i * n, i * n + width, out.data(), i * width, width);
                }
            }
        }
    }

    private void headNorm(float[] data, int at, float[] parts) {
        for (int head = 0; head < heads; head++) {
            int from = at + head * weight.length;
            Rows.rmsNorm(data, from, weight, eps, data, from, parts);
        }
    }

    private void rotate(float[] data, int at, int row) {
        Rotation by = rotation;
        if (by == null) {
            throw new IllegalStateException("no rotation");
        }
        int half = by.half();
        float[] cos = by.cos();
        float[] sin = by.sin();
        for (int head = 0; head < heads; head++) {
            int low = at + head * 2 * half;
            Rows.rotate(data, low, low + half, cos, sin, row * half, half);
        }
    }
}
