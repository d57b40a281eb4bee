package dev.sayso.engine.decoder;

import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.kernel.Matrix;

/// Working memory of a pass over some positions, shared by all layers.
final class Activations {

    /// The residual stream, `[positions, hiddenSize]`.
    final Matrix x;

    /// `[positions, hiddenSize]`.
    final Matrix normed;

    /// Queries, keys, values: `[positions, (heads + 2 kvHeads) · headDim]`.
    final Matrix qkv;

    /// `[positions, heads · headDim]`.
    final Matrix attended;

    /// Gates and ups, `[positions, 2 · intermediateSize]`.
    final Matrix gateUp;

    /// `[positions, intermediateSize]`.
    final Matrix inner;

    Activations(ModelConfig.Decoder config, int positions) {
        x = new Matrix(positions, config.hiddenSize());
        normed = new Matrix(positions, config.hiddenSize());
        int heads = config.heads() + 2 * config.kvHeads();
        qkv = new Matrix(positions, heads * config.headDim());
        attended = new Matrix(positions, config.heads() * config.headDim());
        gateUp = new Matrix(positions, 2 * config.intermediateSize());
        inner = new Matrix(positions, config.intermediateSize());
    }

    private Activations(Activations whole, int positions) {
        x = whole.x.first(positions);
        normed = whole.normed.first(positions);
        qkv = whole.qkv.first(positions);
        attended = whole.attended.first(positions);
        gateUp = whole.gateUp.first(positions);
        inner = whole.inner.first(positions);
    }

    /// The same memory, for fewer positions.
    Activations first(int positions) {
        return new Activations(this, positions);
    }
}
