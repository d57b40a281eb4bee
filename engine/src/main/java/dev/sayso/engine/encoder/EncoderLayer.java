package dev.sayso.engine.encoder;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import dev.sayso.engine.kernel.WorkingMatrix;
import java.io.IOException;

/// One block: norm, windowed attention, add; norm, feed-forward with GELU, add. Biases everywhere.
final class EncoderLayer {

    private static final float EPS = 1e-5f;

    /// Working memory that all layers share, and one sound after the other.
    static final class Pass {

        final WorkingMatrix normed;
        final WorkingMatrix qkv;
        final WorkingMatrix attended;
        final WorkingMatrix inner;

        Pass(ModelConfig.Encoder config) {
            normed = new WorkingMatrix(config.dModel());
            qkv = new WorkingMatrix(3 * config.dModel());
            attended = new WorkingMatrix(config.dModel());
            inner = new WorkingMatrix(config.ffnDim());
        }
    }

    private final Kernels kernels;
    private final ModelConfig.Encoder config;
    private final float[] selfAttnLayerNorm;
    private final float[] selfAttnLayerNormBias;
    private final Weight qkvProj;
    private final float[] qkvProjBias;
    private final Weight outProj;
    private final float[] outProjBias;
    private final float[] finalLayerNorm;
    private final float[] finalLayerNormBias;
    private final Weight fc1;
    private final float[] fc1Bias;
    private final Weight fc2;
    private final float[] fc2Bias;

    EncoderLayer(Checkpoint checkpoint, String prefix, Kernels kernels) throws IOException {
        this.kernels = kernels;
        this.config = checkpoint.config().encoder();
        int width = config.dModel();
        selfAttnLayerNorm = checkpoint.vector(prefix + "self_attn_layer_norm.weight", width);
        selfAttnLayerNormBias = checkpoint.vector(prefix + "self_attn_layer_norm.bias", width);
        String attention = prefix + "self_attn.";
        Tensor[] qkv = new Tensor[3];
        qkvProjBias = new float[3 * width];
        for (int i = 0; i < 3; i++) {
            String name = attention + "qkv".charAt(i) + "_proj";
            qkv[i] = checkpoint.tensor(name + ".weight", width, width);
            float[] bias = checkpoint.vector(name + ".bias", width);
            System.arraycopy(bias, 0, qkvProjBias, i * width, width);
        }
        qkvProj = checkpoint.pack(qkv);
        outProj = checkpoint.pack(checkpoint.tensor(attention + "out_proj.weight", width, width));
        outProjBias = checkpoint.vector(attention + "out_proj.bias", width);
        finalLayerNorm = checkpoint.vector(prefix + "final_layer_norm.weight", width);
        finalLayerNormBias = checkpoint.vector(prefix + "final_layer_norm.bias", width);
        int inner = config.ffnDim();
        fc1 = checkpoint.pack(checkpoint.tensor(prefix + "fc1.weight", inner, width));
        fc1Bias = checkpoint.vector(prefix + "fc1.bias", inner);
        fc2 = checkpoint.pack(checkpoint.tensor(prefix + "fc2.weight", width, inner));
        fc2Bias = checkpoint.vector(prefix + "fc2.bias", width);
    }

    /// Adds what this block finds to `x`, in place.
    ///
    /// @param x `[tokens, dModel]`, beginning with a window
    /// @param window tokens in a window
    void add(Matrix x, int window, Pass pass) {
        int tokens = x.rows();
        Matrix normed = pass.normed.of(tokens);
        Matrix qkv = pass.qkv.of(tokens);
        Matrix attended = pass.attended.of(tokens);
        Matrix inner = pass.inner.of(tokens);
        kernels.layerNorm(x, selfAttnLayerNorm, selfAttnLayerNormBias, EPS, normed);
        kernels.linear(normed, qkvProj, qkvProjBias, qkv);
        kernels.windowedAttention(qkv, config.heads(), window, attended);
        kernels.addLinear(attended, outProj, outProjBias, x);

        kernels.layerNorm(x, finalLayerNorm, finalLayerNormBias, EPS, normed);
        kernels.geluLinear(normed, fc1, fc1Bias, inner);
        kernels.addLinear(inner, fc2, fc2Bias, x);
    }
}
