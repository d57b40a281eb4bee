package dev.sayso.engine.decoder;

import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.kernel.KeyValues;

/// What a run remembers: keys and values of every position read so far, for every layer.
public final class KvCache {

    private final KeyValues[] layers;
    private final long bytesOfPosition;

    KvCache(ModelConfig.Decoder config) {
        layers = new KeyValues[config.layers()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new KeyValues(config.kvHeads(), config.headDim());
        }
        bytesOfPosition = layers.length * layers[0].bytesOfPosition();
    }

    /// Positions read.
    public int length() {
        return layers[0].length();
    }

    /// Positions there is room for.
    public int room() {
        return layers[0].room();
    }

    /// Makes room for positions below `count`, so that reading them allocates nothing.
    public void reserve(int count) {
        for (KeyValues layer : layers) {
            layer.reserve(count);
        }
    }

    /// Forgets every position from `length` on.
    ///
    /// @throws IllegalArgumentException when fewer were read
    public void truncate(int length) {
        for (KeyValues layer : layers) {
            layer.truncate(length);
        }
    }

    /// Bytes that attention to all positions reads.
    long bytes() {
        return length() * bytesOfPosition;
    }

    KeyValues layer(int index) {
        return layers[index];
    }
}
