package dev.sayso.engine.encoder;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.features.MelSpectrogram;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;

/// The audio tower: stem, layers, projection to the decoder's width.
public final class AudioEncoder {

    private static final String PREFIX = "thinker.audio_tower.";
    private static final float EPS = 1e-5f;

    /// Chunks that go through the stem at once (its maps take 10 MB each), and at least how many
    /// through the layers.
    private static final int STEM_CHUNKS = 4;

    private static final int LAYER_CHUNKS = 32;

    private final Kernels kernels;
    private final ModelConfig.Encoder config;
    private final int windowChunks;
    private final ConvStem stem;
    private final EncoderLayer[] layers;
    private final EncoderLayer.Pass pass;
    private final float[] lnPost;
    private final float[] lnPostBias;
    private final Weight proj1;
    private final float[] proj1Bias;
    private final Weight proj2;
    private final float[] proj2Bias;

    private AudioEncoder(Checkpoint checkpoint, Kernels kernels, int windowChunks)
            throws IOException {
        this.kernels = kernels;
        this.config = checkpoint.config().encoder();
        this.windowChunks = windowChunks;
        this.stem = new ConvStem(checkpoint, PREFIX, kernels);
        this.pass = new EncoderLayer.Pass(config);
        this.layers = new EncoderLayer[config.layers()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new EncoderLayer(checkpoint, PREFIX + "layers." + i + ".", kernels);
        }
        int width = config.dModel();
        this.lnPost = checkpoint.vector(PREFIX + "ln_post.weight", width);
        this.lnPostBias = checkpoint.vector(PREFIX + "ln_post.bias", width);
        this.proj1 = checkpoint.pack(checkpoint.tensor(PREFIX + "proj1.weight", width, width));
        this.proj1Bias = checkpoint.vector(PREFIX + "proj1.bias", width);
        this.proj2 =
                checkpoint.pack(
                        checkpoint.tensor(PREFIX + "proj2.weight", config.outputDim(), width));
        this.proj2Bias = checkpoint.vector(PREFIX + "proj2.bias", config.outputDim());
    }

    /// The encoder of a model.
    ///
    /// @param windowSeconds how far attention reaches, in whole chunks (1 s each); 0: as the
    ///     model's config says
    /// @throws IOException when a tensor is missing, has another shape or is not finite
    public static AudioEncoder of(Checkpoint checkpoint, Kernels kernels, int windowSeconds)
            throws IOException {
        ModelConfig.Encoder config = checkpoint.config().encoder();
        int chunks =
                windowSeconds == 0 ? config.nWindowInfer() / config.chunkFrames() : windowSeconds;
        return new AudioEncoder(checkpoint, kernels, chunks);
    }

    /// Audio tokens that some frames become.
    public int tokens(int frames) {
        int whole = frames / config.chunkFrames();
        return whole * config.tokensPerChunk()
                + ModelConfig.Encoder.tokensOf(frames % config.chunkFrames());
    }

    /// Frames of an attention window.
    public int windowFrames() {
        return windowChunks * config.chunkFrames();
    }

    /// Its sizes.
    ModelConfig.Encoder config() {
        return config;
    }

    /// The embeddings of a sound from its beginning.
    ///
    /// Windows are worked on in batches: memory does not grow with the length but for the result.
    ///
    /// @throws InterruptedException when the calling thread is interrupted
    public AudioEmbeddings encode(MelSpectrogram mel) throws InterruptedException {
        int chunkFrames = config.chunkFrames();
        int batchChunks = Math.max(1, LAYER_CHUNKS / windowChunks) * windowChunks;
        boolean filled = mel.length() > chunkFrames;
        Matrix all = new Matrix(tokens(mel.length()), config.outputDim());
        int done = 0;
        for (int from = 0; from < mel.length(); from += batchChunks * chunkFrames) {
            int to = Math.min(mel.length(), from + batchChunks * chunkFrames);
            Matrix part = encode(mel.frames(), from, to, filled);
            System.arraycopy(
                    part.data(), 0, all.data(), done * all.cols(), part.rows() * all.cols());
            done += part.rows();
        }
        return new AudioEmbeddings(all);
    }

    private Matrix encode(Matrix frames, int from, int to, boolean filled)
            throws InterruptedException {
        int stemFrames = STEM_CHUNKS * config.chunkFrames();
        Matrix x = new Matrix(tokens(to - from), config.dModel());
        int done = 0;
        for (int start = from; start < to; start += stemFrames) {
            checkInterrupt();
            Matrix part = stem.tokens(frames, start, Math.min(to, start + stemFrames), filled);
            System.arraycopy(part.data(), 0, x.data(), done * x.cols(), part.rows() * x.cols());
            done += part.rows();
        }
        return project(x);
    }

    /// The stem's tokens of some frames.
    ///
    /// @param from the first frame, the first of a chunk
    /// @param to behind the last frame, at most 8 chunks later
    /// @param filled whether a short last chunk is filled up with zeros
    Matrix stem(Matrix frames, int from, int to, boolean filled) throws InterruptedException {
        return stem.tokens(frames, from, to, filled);
    }

    /// Layers and projection.
    ///
    /// @param x the stem's tokens, `[tokens, dModel]`, beginning with a window; overwritten
    /// @return `[tokens, outputDim]`
    Matrix project(Matrix x) throws InterruptedException {
        for (EncoderLayer layer : layers) {
            checkInterrupt();
            layer.add(x, windowChunks * config.tokensPerChunk(), pass);
        }
        kernels.layerNorm(x, lnPost, lnPostBias, EPS, x);
        Matrix hidden = pass.normed.of(x.rows());
        kernels.geluLinear(x, proj1, proj1Bias, hidden);
        Matrix out = new Matrix(x.rows(), config.outputDim());
        kernels.linear(hidden, proj2, proj2Bias, out);
        return out;
    }

    private static void checkInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
