package dev.sayso.engine.decoder;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Rotation;
import dev.sayso.engine.kernel.Weight;
import dev.sayso.engine.kernel.WorkingMatrix;
import java.io.IOException;
import java.util.Objects;

/// The language model: reads a prompt with sound in it and says which token comes next.
public final class TextDecoder {

    private static final String PREFIX = "thinker.model.";

    /// Positions read at once: bounds the memory a long prompt takes. The outcome does not depend
    /// on it.
    private static final int BLOCK = 512;

    private final Kernels kernels;
    private final ModelConfig.Decoder config;
    private final Rotation rotation;
    private final Weight embedTokens;
    private final DecoderLayer[] layers;
    private final float[] norm;
    private final Weight lmHead;
    private final Weight.Int8 lmHeadCopy;
    private final Activations one;

    /// For several positions; kept, since the next prompt wants it again.
    private Activations several;

    private TextDecoder(Checkpoint checkpoint, boolean eightBit, Kernels kernels)
            throws IOException {
        this.kernels = kernels;
        this.config = checkpoint.config().decoder();
        this.rotation = new Rotation(config.headDim(), config.ropeTheta());
        int hidden = config.hiddenSize();
        this.embedTokens =
                checkpoint.pack(
                        checkpoint.tensor(
                                PREFIX + "embed_tokens.weight", config.vocabSize(), hidden));
        this.layers = new DecoderLayer[config.layers()];
        for (int i = 0; i < layers.length; i++) {
            String prefix = PREFIX + "layers." + i + ".";
            layers[i] = new DecoderLayer(checkpoint, prefix, eightBit, rotation, kernels);
        }
        this.norm = checkpoint.vector(PREFIX + "norm.weight", hidden);
        this.lmHead = config.tied() ? embedTokens : checkpoint.pack(checkpoint.outputHead());
        this.lmHeadCopy =
                (Weight.Int8) checkpoint.pack(Packing.INT8, null, checkpoint.outputHead());
        this.one = new Activations(config, 1);
        this.several = one;
    }

    /// The decoder of a model.
    ///
    /// @param eightBit whether the layers' weights are rounded to 8 bits. The embeddings never are,
    ///     nor is the output head, since a rounded head chooses other tokens: its 8-bit copy, which
    ///     is there in either case, only says which tokens need not be looked at
    /// @throws IOException when a tensor is missing, has another shape or is not finite
    public static TextDecoder of(Checkpoint checkpoint, boolean eightBit, Kernels kernels)
            throws IOException {
        return new TextDecoder(checkpoint, eightBit, kernels);
    }

    /// An empty memory for a run.
    public KvCache newCache() {
        return new KvCache(config);
    }

    /// Reads a prompt: ids, the sound, ids.
    ///
    /// @param head ids before the sound
    /// @param tail ids after it
    /// @param cache remembers all of it, behind what it remembers already
    /// @return the token most likely to come next
    /// @throws IllegalArgumentException for an id the model does not have
    /// @throws InterruptedException when the calling thread is interrupted; the cache is then good
    ///     for nothing but to be emptied
    public int prefill(int[] head, AudioEmbeddings speech, int[] tail, KvCache cache)
            throws InterruptedException {
        int rows = head.length + speech.tokens() + tail.length;
        Matrix prompt = new Matrix(rows, config.hiddenSize());
        for (int i = 0; i < head.length; i++) {
            kernels.embed(embedTokens, head[i], prompt, i);
        }
        System.arraycopy(
                speech.rows().data(),
                0,
                prompt.data(),
                head.length * prompt.cols(),
                speech.tokens() * prompt.cols());
        for (int i = 0; i < tail.length; i++) {
            kernels.embed(embedTokens, tail[i], prompt, rows - tail.length + i);
        }
        return prefill(prompt, cache);
    }

    /// Reads embeddings, `[positions, hiddenSize]`; as above.
    public int prefill(Matrix prompt, KvCache cache) throws InterruptedException {
        int rows = prompt.rows();
        cache.reserve(cache.length() + rows);
        rotation.reserve(cache.length() + rows);
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            Activations pass = activations(count);
            System.arraycopy(
                    prompt.data(), from * prompt.cols(), pass.x.data(), 0, count * prompt.cols());
            // only the last block's last outcome is wanted
            read(pass, cache, from + count == rows ? one : pass);
        }
        return choose();
    }

    /// Reads embeddings, `[positions, hiddenSize]`, and says what comes next after each of the last
    /// `count` of them: the choices that reading them one by one would have given.
    ///
    /// @throws InterruptedException as for [#prefill]
    public int[] choices(Matrix prompt, int count, KvCache cache) throws InterruptedException {
        int rows = prompt.rows();
        Objects.checkFromIndexSize(rows - count, count, rows);
        cache.reserve(cache.length() + rows);
        rotation.reserve(cache.length() + rows);
        Matrix wanted = new Matrix(count, config.hiddenSize());
        for (int from = 0; from < rows; from += BLOCK) {
            int to = Math.min(from + BLOCK, rows);
            Activations pass = activations(to - from);
            int values = (to - from) * prompt.cols();
            System.arraycopy(prompt.data(), from * prompt.cols(), pass.x.data(), 0, values);
            int asked = Math.max(0, to - Math.max(from, rows - count));
            // a layer needs at least one position to work on
            Activations last =
                    asked == to - from ? pass : new Activations(config, Math.max(1, asked));
            read(pass, cache, last);
            for (int i = 0; i < asked; i++) {
                wanted.setRow(to - asked + i - (rows - count), last.x, i);
            }
        }
        kernels.rmsNorm(wanted, norm, config.rmsNormEps(), wanted);
        return kernels.argmaxesOfLinear(wanted, lmHead);
    }

    /// The embedding of a token, into a row of a prompt.
    ///
    /// @throws IllegalArgumentException for an id the model does not have
    public void embed(int id, Matrix prompt, int row) {
        kernels.embed(embedTokens, id, prompt, row);
    }

    /// Width of an embedding.
    public int hiddenSize() {
        return config.hiddenSize();
    }

    /// Reads one more token.
    ///
    /// Allocates nothing as long as the cache has room.
    ///
    /// @return the token most likely to come next
    /// @throws InterruptedException as for [#prefill]
    public int step(int id, KvCache cache) throws InterruptedException {
        int positions = cache.length() + 1;
        cache.reserve(positions);
        rotation.reserve(positions);
        kernels.embed(embedTokens, id, one.x, 0);
        read(one, cache, one);
        return choose();
    }

    /// Bytes that the last step had to read: the matrices of all layers, as they are packed, the
    /// head's 8-bit copy, and what the cache remembers.
    public long bytesOfStep(KvCache cache) {
        long weights = DecoderLayer.bytes(lmHeadCopy);
        for (DecoderLayer layer : layers) {
            weights += layer.bytes();
        }
        return weights + cache.bytes();
    }

    /// The scores behind the last choice, `[vocabulary]`, in a new array.
    public float[] lastLogits() {
        Matrix logits = new Matrix(1, lmHead.rows());
        kernels.linear(one.normed, lmHead, null, logits);
        return logits.data();
    }

    /// @param last gets the outcome of as many last positions as it holds; may be `pass`
    private void read(Activations pass, KvCache cache, Activations last)
            throws InterruptedException {
        for (int i = 0; i < layers.length; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (last != pass && i == layers.length - 1) {
                layers[i].addLast(pass, cache.layer(i), last);
            } else {
                layers[i].add(pass, cache.layer(i));
            }
        }
    }

    /// Working memory for so many positions, of which nothing else is in use.
    Activations activations(int positions) {
        if (positions == 1) {
            return one;
        }
        if (several.x.rows() < positions) {
            several = new Activations(config, WorkingMatrix.room(positions));
        }
        return several.first(positions);
    }

    private int choose() {
        kernels.rmsNorm(one.x, norm, config.rmsNormEps(), one.normed);
        return kernels.argmaxByCopy(one.normed, lmHead, lmHeadCopy);
    }
}
