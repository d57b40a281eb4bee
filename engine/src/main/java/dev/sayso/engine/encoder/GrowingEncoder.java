package dev.sayso.engine.encoder;

import dev.sayso.engine.features.MelSpectrogram;
import dev.sayso.engine.features.WindowedSpectrogram;
import dev.sayso.engine.kernel.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The embeddings of a sound that grows: each finished window of attention is encoded once.
///
/// Of the open window the layers work on everything again, since each token sees all others; but
/// the convolutions, which are half of the work, see one chunk at a time, so a whole chunk goes
/// through them again only when its frames have changed (they do when a louder sound raises the
/// floor of the window's spectrogram). When none of its frames has changed, nothing is done again.
public final class GrowingEncoder {

    /// What is kept from one call to the next; the outcome is the same.
    ///
    /// @param windows finished windows
    /// @param open the stem's tokens of the open window's chunks, and the outcome of its layers
    public record Keep(boolean windows, boolean open) {}

    private final AudioEncoder encoder;
    private final WindowedSpectrogram spectrogram;
    private final Keep keep;

    /// Finished windows, each `[tokens, outputDim]`.
    private final List<Matrix> finished = new ArrayList<>();

    /// The open window as it was last encoded: its frames, the stem's tokens of them, and the
    /// outcome.
    private @Nullable Matrix openFrames;

    private @Nullable Matrix openTokens;
    private @Nullable Matrix openOutcome;
    private boolean openFilled;

    private int windowsEncoded;
    private int chunksConvolved;
    private int tokensEncoded;

    public GrowingEncoder(AudioEncoder encoder, WindowedSpectrogram spectrogram, Keep keep) {
        this.encoder = encoder;
        this.spectrogram = spectrogram;
        this.keep = keep;
    }

    /// Forgets the sound; its spectrogram does, too.
    public void restart() {
        finished.clear();
        openFrames = null;
        openTokens = null;
        openOutcome = null;
        spectrogram.restart();
    }

    /// The embeddings of the sound as the spectrogram knows it now; at least a frame.
    ///
    /// @throws InterruptedException when the calling thread is interrupted
    public AudioEmbeddings encode() throws InterruptedException {
        int frames = spectrogram.length();
        int windowFrames = encoder.windowFrames();
        boolean filled = frames > encoder.config().chunkFrames();
        Matrix all = new Matrix(encoder.tokens(frames), encoder.config().outputDim());
        int done = 0;
        for (int window = 0; window * windowFrames < frames; window++) {
            boolean whole = (window + 1) * windowFrames <= frames;
            Matrix part = whole && window < finished.size() ? finished.get(window) : null;
            if (part == null) {
                part = window(spectrogram.window(window), filled);
                if (whole && keep.windows) {
                    finished.add(part);
                }
            }
            System.arraycopy(part.data(), 0, all.data(), done * all.cols(), part.data().length);
            done += part.rows();
        }
        return new AudioEmbeddings(all);
    }

    private Matrix window(MelSpectrogram mel, boolean filled) throws InterruptedException {
        Matrix frames = mel.frames();
        Matrix known = openOutcome;
        if (known != null && isAsBefore(frames, filled)) {
            return known;
        }
        int chunkFrames = encoder.config().chunkFrames();
        Matrix tokens = new Matrix(encoder.tokens(mel.length()), encoder.config().dModel());
        int done = 0;
        for (int from = 0; from < mel.length(); from += chunkFrames) {
            int to = Math.min(from + chunkFrames, mel.length());
            int count = encoder.tokens(to - from);
            if (!copyKept(frames, from, to, filled, tokens, done, count)) {
                Matrix part = encoder.stem(frames, from, to, filled);
                chunksConvolved++;
                System.arraycopy(
                        part.data(), 0, tokens.data(), done * tokens.cols(), part.data().length);
            }
            done += count;
        }
        // until this window is done there is none that is known
        openOutcome = null;
        if (keep.open) {
            openFrames = frames;
            openTokens = copy(tokens);
            openFilled = filled;
        }
        windowsEncoded++;
        tokensEncoded += tokens.rows();
        Matrix outcome = encoder.project(tokens);
        if (keep.open) {
            openOutcome = outcome;
        }
        return outcome;
    }

    private boolean isAsBefore(Matrix frames, boolean filled) {
        Matrix before = openFrames;
        return before != null
                && filled == openFilled
                && Arrays.equals(frames.data(), before.data());
    }

    /// Copies a chunk's tokens when the same frames were there before.
    private boolean copyKept(
            Matrix frames, int from, int to, boolean filled, Matrix tokens, int row, int count) {
        Matrix before = openFrames;
        Matrix kept = openTokens;
        boolean whole = to - from == encoder.config().chunkFrames();
        // the only chunk of a short sound is not filled up
        boolean same = whole || (filled == openFilled && before != null && before.rows() == to);
        if (before == null || kept == null || before.rows() < to || !same) {
            return false;
        }
        int width = frames.cols();
        if (!Arrays.equals(
                frames.data(), from * width, to * width, before.data(), from * width, to * width)) {
            return false;
        }
        System.arraycopy(
                kept.data(),
                row * kept.cols(),
                tokens.data(),
                row * tokens.cols(),
                count * tokens.cols());
        return true;
    }

    private static Matrix copy(Matrix matrix) {
        Matrix copy = new Matrix(matrix.rows(), matrix.cols());
        System.arraycopy(matrix.data(), 0, copy.data(), 0, copy.data().length);
        return copy;
    }

    /// Windows that went through the layers so far, open ones each time.
    public int windowsEncoded() {
        return windowsEncoded;
    }

    /// Chunks that went through the convolutions so far.
    public int chunksConvolved() {
        return chunksConvolved;
    }

    /// Tokens that went through the layers so far.
    public int tokensEncoded() {
        return tokensEncoded;
    }
}
