package dev.sayso.engine.packed;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.decoder.KvCache;
import dev.sayso.engine.decoder.TextDecoder;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.encoder.AudioEncoder;
import dev.sayso.engine.features.MelSpectrogram;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.VectorKernels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A small model, opened as the engine does it, in parts; every weight takes part in what it says.
final class TinyRun implements AutoCloseable {

    private static final int FRAMES = 24;

    private final Kernels kernels = new VectorKernels(1);
    private final boolean eightBit;
    final Checkpoint checkpoint;
    private @Nullable AudioEncoder encoder;
    private @Nullable TextDecoder decoder;

    /// What a model says to some noise.
    ///
    /// @param tokens the first ones
    /// @param logits behind the last, every bit of which depends on all weights
    record Answer(List<Integer> tokens, List<Float> logits) {}

    TinyRun(Path model, @Nullable PackedCache cache, boolean eightBit) throws IOException {
        this.checkpoint = Checkpoint.open(model, cache);
        this.eightBit = eightBit;
    }

    /// Opens, asks and closes.
    static Answer answer(Path model, @Nullable PackedCache cache, boolean eightBit)
            throws Exception {
        try (TinyRun run = new TinyRun(model, cache, eightBit)) {
            run.packEncoder();
            run.packDecoder();
            run.checkpoint.finishPacking();
            return run.answer();
        }
    }

    void packEncoder() throws IOException {
        encoder = AudioEncoder.of(checkpoint, kernels, 0);
    }

    void packDecoder() throws IOException {
        decoder = TextDecoder.of(checkpoint, eightBit, kernels);
    }

    Answer answer() throws InterruptedException {
        if (encoder == null || decoder == null) {
            throw new IllegalStateException("not packed");
        }
        Random random = new Random(7);
        Matrix mel = new Matrix(FRAMES, checkpoint.config().encoder().melBins());
        for (int i = 0; i < mel.data().length; i++) {
            mel.data()[i] = (float) random.nextGaussian();
        }
        AudioEmbeddings speech = encoder.encode(new MelSpectrogram(mel));
        KvCache past = decoder.newCache();
        List<Integer> tokens = new ArrayList<>();
        tokens.add(decoder.prefill(new int[] {1, 2}, speech, new int[] {3}, past));
        for (int i = 0; i < 3; i++) {
            tokens.add(decoder.step(tokens.getLast(), past));
        }
        List<Float> logits = new ArrayList<>();
        for (float logit : decoder.lastLogits()) {
            logits.add(logit);
        }
        return new Answer(tokens, logits);
    }

    @Override
    public void close() {
        kernels.close();
        checkpoint.close();
    }
}
