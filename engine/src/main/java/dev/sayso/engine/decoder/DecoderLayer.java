package dev.sayso.engine.decoder;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.KeyValues;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Rotation;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;

/// One block of the decoder.
final class DecoderLayer {

    private final Kernels kernels;
    private final ModelConfig.Decoder config;
    private final Rotation rotation;
    private final float[] inputLayernorm;
    private final Weight qkvProj;
    private final float[] qNorm;
    private final float[] kNorm;
    private final Weight oProj;
    private final float[] postAttentionLayernorm;
    private final Weight gateUpProj;
    private final Weight downProj;

    /// @param eightBit whether the weights are rounded to 8 bits
    DecoderLayer(
            Checkpoint checkpoint,
            String prefix,
            boolean eightBit,
            Rotation rotation,
            Kernels kernels)
            throws IOException {
        this.kernels = kernels;
        this.config = checkpoint.config().decoder();
        this.rotation = rotation;
        int hidden = config.hiddenSize();
        int queries = config.heads() * config.headDim();
        int keys = config.kvHeads() * config.headDim();
        String attention = prefix + "self_attn.";
        inputLayernorm = checkpoint.vector(prefix + "input_layernorm.weight", hidden);
        qkvProj =
                packed(
                        checkpoint,
                        eightBit,
                        checkpoint.tensor(attention + "q_proj.weight", queries, hidden),
                        checkpoint.tensor(attention + "k_proj.weight", keys, hidden),
                        checkpoint.tensor(attention + "v_proj.weight", keys, hidden));
        qNorm = checkpoint.vector(attention + "q_norm.weight", config.headDim());
        kNorm = checkpoint.vector(attention + "k_norm.weight", config.headDim());
        oProj =
                packed(
                        checkpoint,
                        eightBit,
                        checkpoint.tensor(attention + "o_proj.weight", hidden, queries));
        postAttentionLayernorm =
                checkpoint.vector(prefix + "post_attention_layernorm.weight", hidden);
        int inner = config.intermediateSize();
        gateUpProj =
                packed(
                        checkpoint,
                        eightBit,
                        checkpoint.tensor(prefix + "mlp.gate_proj.weight", inner, hidden),
                        checkpoint.tensor(prefix + "mlp.up_proj.weight", inner, hidden));
        downProj =
                packed(
                        checkpoint,
                        eightBit,
                        checkpoint.tensor(prefix + "mlp.down_proj.weight", hidden, inner));
    }

    private static Weight packed(Checkpoint checkpoint, boolean eightBit, Tensor... tensors)
            throws IOException {
        return eightBit ? checkpoint.pack(Packing.INT8, null, tensors) : checkpoint.pack(tensors);
    }

    /// Adds what this block finds to the residual stream, and remembers keys and values.
    void add(Activations pass, KeyValues past) {
        remember(pass, past);
        kernels.causalAttention(pass.qkv, config.heads(), past, pass.attended);
        finish(pass);
    }

    /// As [#add], but only the last positions' outcome is wanted: that is all a last layer is asked
    /// for when a prompt is read.
    ///
    /// @param last working memory of so many positions, its residual stream gets the outcome
    void addLast(Activations pass, KeyValues past, Activations last) {
        remember(pass, past);
        int count = last.x.rows();
        int first = pass.x.rows() - count;
        for (int i = 0; i < count; i++) {
            last.qkv.setRow(i, pass.qkv, first + i);
            last.x.setRow(i, pass.x, first + i);
        }
        kernels.causalAttention(last.qkv, config.heads(), past, last.attended);
        finish(last);
    }

    /// Bytes of its matrices as they are packed.
    long bytes() {
        return bytes(qkvProj) + bytes(oProj) + bytes(gateUpProj) + bytes(downProj);
    }

    /// Bytes of a matrix: where a panel behind its last one would begin.
    static long bytes(Weight weight) {
        return weight.panelOffset(weight.panels());
    }

    private void remember(Activations pass, KeyValues past) {
        int queries = config.heads() * config.headDim();
        int keys = config.kvHeads() * config.headDim();
        float eps = config.rmsNormEps();
        kernels.rmsNorm(pass.x, inputLayernorm, eps, pass.normed);
        kernels.linear(pass.normed, qkvProj, null, pass.qkv);
        kernels.headNorm(pass.qkv, 0, config.heads(), qNorm, eps);
        kernels.headNorm(pass.qkv, queries, config.kvHeads(), kNorm, eps);
        kernels.rotate(pass.qkv, 0, config.heads(), rotation, past.length());
        kernels.rotate(pass.qkv, queries, config.kvHeads(), rotation, past.length());
        kernels.remember(pass.qkv, queries, queries + keys, past);
    }

    private void finish(Activations pass) {
        kernels.addLinear(pass.attended, oProj, null, pass.x);
        kernels.rmsNorm(pass.x, postAttentionLayernorm, config.rmsNormEps(), pass.normed);
        kernels.linear(pass.normed, gateUpProj, null, pass.gateUp);
        kernels.swiGlu(pass.gateUp, pass.inner);
        kernels.addLinear(pass.inner, downProj, null, pass.x);
    }
}
