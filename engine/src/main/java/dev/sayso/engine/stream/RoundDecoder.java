package dev.sayso.engine.stream;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.decoder.KvCache;
import dev.sayso.engine.decoder.PromptReader;
import dev.sayso.engine.decoder.TextDecoder;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.encoder.AudioEncoder;
import dev.sayso.engine.encoder.GrowingEncoder;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.features.WindowedSpectrogram;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.text.Prompt;

/// The pipeline of one round: the sound so far and the beginning of its answer to the rest of the
/// answer.
///
/// Greedy decoding asks for one token after the other, each of which reads all weights. But the
/// answer of the round before is a good guess, so it is read *with* the prompt, as a draft: one
/// pass says what the model would write after each of its tokens. As far as the two agree they are
/// the answer; from the first disagreement on tokens are decoded one by one. The outcome is that of
/// decoding all of them so, since a batch of positions gives the bits of the positions one by one.
public final class RoundDecoder {

    private final GrowingEncoder encoder;
    private final WindowedSpectrogram spectrogram;
    private final TextDecoder decoder;
    private final PromptReader reader;
    private final int[] stopTokens;
    private final Caches caches;
    private final Stopwatch stopwatch;
    private int drafted;
    private int accepted;

    /// @param cache what the decoder remembers from round to round, and nobody else's meanwhile
    /// @param stopTokens that end an answer
    /// @param stopwatch told when a stage of the pipeline has ended
    public RoundDecoder(
            LogMel logMel,
            AudioEncoder encoder,
            TextDecoder decoder,
            KvCache cache,
            int[] stopTokens,
            Caches caches,
            Stopwatch stopwatch) {
        this.spectrogram = new WindowedSpectrogram(logMel, encoder.windowFrames(), caches.frames());
        this.encoder =
                new GrowingEncoder(
                        encoder,
                        spectrogram,
                        new GrowingEncoder.Keep(caches.windows(), caches.open()));
        this.decoder = decoder;
        this.reader = new PromptReader(decoder, cache, caches.prompt());
        this.stopTokens = stopTokens.clone();
        this.caches = caches;
        this.stopwatch = stopwatch;
    }

    /// Measures how long the stages take.
    public interface Stopwatch {

        /// The encoder's part begins.
        void begin();

        /// The sound is encoded, the prompt comes next.
        void encoded();

        /// The prompt is read, steps come next.
        void prompted();

        /// All is done.
        void decoded();
    }

    /// Begins with another sound.
    public void restart() {
        encoder.restart();
    }

    /// Writes the answer on.
    ///
    /// @param sound at least a frame; begins as the last one did, or [#restart] was called between
    /// @param prefix the beginning of the answer, which stands
    /// @param draft how it may go on
    /// @param most new tokens at most, at least 1
    /// @throws InterruptedException when the calling thread is interrupted
    Writing decode(Pcm sound, Prompt prompt, int[] prefix, int[] draft, int most)
            throws InterruptedException {
        stopwatch.begin();
        spectrogram.take(sound);
        AudioEmbeddings speech = encoder.encode();
        stopwatch.encoded();
        int[] guess = guess(draft, most);
        int[] tail = prompt.continuedBy(prefix).continuedBy(guess).tail();
        Matrix rows = rows(prompt.head(), speech, tail);
        int[] choices = reader.read(rows, guess.length + 1, most);
        stopwatch.prompted();
        Writing writing = new Writing(prefix, most);
        int next = choices[0];
        int agreed = 0;
        while (agreed < guess.length && next == guess[agreed] && !stops(next)) {
            agreed++;
            if (!writing.accept(next)) {
                break;
            }
            next = choices[agreed];
        }
        drafted += guess.length;
        accepted += agreed;
        reader.forget(guess.length - agreed);
        while (writing.isOpen() && !stops(next)) {
            if (writing.accept(next)) {
                next = reader.step(next);
            }
        }
        stopwatch.decoded();
        return writing;
    }

    private int[] guess(int[] draft, int most) {
        int[] guess = new int[Math.min(draft.length, most)];
        System.arraycopy(draft, 0, guess, 0, guess.length);
        switch (caches.drafts()) {
            case READ -> {}
            case OFF -> {
                return new int[0];
            }
            case REFUSED -> {
                for (int i = 0; i < guess.length; i++) {
                    guess[i] = guess[i] == 0 ? 1 : guess[i] - 1;
                }
            }
        }
        return guess;
    }

    private Matrix rows(int[] head, AudioEmbeddings speech, int[] tail) {
        Matrix rows = new Matrix(head.length + speech.tokens() + tail.length, decoder.hiddenSize());
        for (int i = 0; i < head.length; i++) {
            decoder.embed(head[i], rows, i);
        }
        for (int i = 0; i < speech.tokens(); i++) {
            rows.setRow(head.length + i, speech.rows(), i);
        }
        int first = head.length + speech.tokens();
        for (int i = 0; i < tail.length; i++) {
            decoder.embed(tail[i], rows, first + i);
        }
        return rows;
    }

    private boolean stops(int id) {
        for (int stop : stopTokens) {
            if (stop == id) {
                return true;
            }
        }
        return false;
    }

    /// All that was computed so far.
    public Work work() {
        return new Work(
                spectrogram.transformed(),
                encoder.chunksConvolved(),
                encoder.windowsEncoded(),
                encoder.tokensEncoded(),
                reader.positionsRead(),
                reader.positionsReused(),
                drafted,
                accepted,
                reader.steps(),
                reader.stepBytes());
    }
}
