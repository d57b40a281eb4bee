package dev.sayso.engine;

import dev.sayso.engine.checkpoint.ModelConfig;

/// How many floating-point operations the stages of a model need: two for each multiply-add of a
/// matrix product or of attention. Norms, activations and the spectrogram are not counted, nor is
/// what a kernel computes beyond what it was asked for.
///
/// @param config the model's sizes
/// @param windowTokens tokens in a window of the encoder's attention
record Workload(ModelConfig config, int windowTokens) {

    /// @param encoderWindowSeconds as in [EngineOptions]
    static Workload of(ModelConfig config, int encoderWindowSeconds) {
        ModelConfig.Encoder encoder = config.encoder();
        int window =
                encoderWindowSeconds == 0
                        ? encoder.tokensPerWindow()
                        : encoderWindowSeconds * encoder.tokensPerChunk();
        return new Workload(config, window);
    }

    /// Operations of encoding a sound of so many frames.
    long encoder(int frames) {
        ModelConfig.Encoder e = config.encoder();
        int tokens =
                frames / e.chunkFrames() * e.tokensPerChunk()
                        + ModelConfig.Encoder.tokensOf(frames % e.chunkFrames());
        long width = e.dModel();
        long perToken = e.stemWidth() * width; // conv_out
        perToken += e.layers() * (4 * width * width + 2 * width * e.ffnDim());
        perToken += width * width + width * e.outputDim(); // proj1, proj2
        return 2 * (convolutions(frames) + tokens * perToken + attention(tokens));
    }

    /// Multiply-adds of the three convolutions; a short last chunk is filled up, unless it is the
    /// only one.
    private long convolutions(int frames) {
        ModelConfig.Encoder e = config.encoder();
        int chunks = (frames + e.chunkFrames() - 1) / e.chunkFrames();
        long times = Math.min(frames, e.chunkFrames());
        long freqs = e.melBins();
        long channelsIn = 1;
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            times = (times + 1) / 2;
            freqs = (freqs + 1) / 2;
            sum += times * freqs * e.convChannels() * 9 * channelsIn;
            channelsIn = e.convChannels();
        }
        return chunks * sum;
    }

    /// Multiply-adds of the encoder's scores and weighted sums.
    private long attention(int tokens) {
        long whole = tokens / windowTokens;
        long rest = tokens % windowTokens;
        long pairs = whole * windowTokens * windowTokens + rest * rest;
        return 2 * pairs * config.encoder().dModel() * config.encoder().layers();
    }

    /// Operations of reading a prompt of so many tokens and choosing what comes next. Of the last
    /// layer only keys and values are needed of all tokens but the last one.
    long prefill(int tokens) {
        ModelConfig.Decoder d = config.decoder();
        long hidden = d.hiddenSize();
        long queries = (long) d.heads() * d.headDim();
        long keysAndValues = 2L * d.kvHeads() * d.headDim();
        long rest = hidden * queries + 3 * hidden * d.intermediateSize();
        long attention = (long) tokens * (tokens + 1) * queries;
        long layer = tokens * (hidden * (queries + keysAndValues) + rest) + attention;
        long last = hidden * (tokens * keysAndValues + queries) + rest + 2L * tokens * queries;
        return 2 * ((d.layers() - 1) * layer + last + hidden * config.headRows());
    }
}
