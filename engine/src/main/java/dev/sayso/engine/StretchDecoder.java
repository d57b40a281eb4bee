package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.decoder.KvCache;
import dev.sayso.engine.decoder.TextDecoder;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.encoder.AudioEncoder;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.features.MelSpectrogram;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.RoundDecoder;
import dev.sayso.engine.text.Prompt;
import dev.sayso.engine.text.Runaway;
import dev.sayso.engine.text.Tokenizer;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The pipeline: one stretch of sound to text.
final class StretchDecoder {

    /// The model was trained on clips of at least half a second.
    private static final int SHORTEST = Pcm.RATE / 2;

    /// The official package's longest clip.
    private static final int LONGEST_SECONDS = 1200;

    /// New tokens a stretch may have: a few for the header, and more for each second than anybody
    /// can say in any language.
    private static final int TOKENS_AT_LEAST = 64;

    private static final int TOKENS_PER_SECOND = 16;

    /// Room kept for past text, as seconds of sound; [PastTextGuard] gives no more than this.
    private static final int PAST_TEXT_SECONDS = 30;

    /// Room that is made for new tokens before they come; more is made as they do.
    private static final int TOKENS_AT_FIRST = 64;

    /// Positions whose keys and values (100 KB each) may stay allocated from one stretch to the
    /// next.
    private static final int KEPT_POSITIONS = 1024;

    /// A model that cannot take this much at once is of no use.
    private static final int USEFUL_SECONDS = 30;

    private final Tokenizer tokenizer;
    private final LogMel logMel;
    private final AudioEncoder encoder;
    private final TextDecoder decoder;
    private final Workload workload;
    private final int[] stopTokens;
    private final int maxPositions;

    /// What the decoder remembers of a stretch or a stream; the memory is kept for the next one.
    private KvCache cache;

    private StretchDecoder(Checkpoint checkpoint, Kernels kernels, EngineOptions options)
            throws IOException {
        tokenizer = Tokenizer.of(checkpoint.vocabulary());
        logMel = new LogMel(checkpoint.config().encoder().melBins(), kernels, checkpoint);
        encoder = AudioEncoder.of(checkpoint, kernels, options.encoderWindowSeconds());
        decoder = TextDecoder.of(checkpoint, eightBit(options), kernels);
        cache = decoder.newCache();
        workload = Workload.of(checkpoint.config(), options.encoderWindowSeconds());
        stopTokens = checkpoint.stopTokens();
        maxPositions = checkpoint.config().decoder().maxPositions();
        int missing = -mostContext(Hints.none());
        if (missing > 0) {
            throw new IOException(
                    checkpoint.folder().resolve("config.json")
                            + ": max_position_embeddings: expected at least "
                            + (maxPositions + missing)
                            + ", found "
                            + maxPositions);
        }
    }

    static StretchDecoder of(Checkpoint checkpoint, Kernels kernels, EngineOptions options)
            throws IOException {
        return new StretchDecoder(checkpoint, kernels, options);
    }

    static boolean eightBit(EngineOptions options) {
        return switch (options.precision()) {
            case AUTO, INT8 -> true;
            case BF16 -> false;
        };
    }

    /// The longest stretch the model can take and answer, given the context.
    ///
    /// @throws ContextTooLongException when the context leaves no room for sound
    Duration longest(Hints hints) {
        int context = Prompt.contextTokens(tokenizer, hints.context());
        int most = Math.min(mostContext(hints), Prompt.MOST_CONTEXT);
        if (context > most) {
            throw new ContextTooLongException(context, most);
        }
        int seconds = room(hints) / positionsPerSecond() - PAST_TEXT_SECONDS;
        return Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
    }

    /// The longest context that leaves room for sound; negative when even none does not.
    private int mostContext(Hints hints) {
        int least = (USEFUL_SECONDS + PAST_TEXT_SECONDS) * positionsPerSecond();
        return room(hints.withContext("")) - least;
    }

    /// Positions for sound and answer beside the prompt.
    private int room(Hints hints) {
        Prompt prompt = prompt(hints, null);
        return maxPositions - prompt.head().length - prompt.tail().length - TOKENS_AT_LEAST;
    }

    private int positionsPerSecond() {
        return encoder.tokens(100) + TOKENS_PER_SECOND;
    }

    /// Writes down a stretch.
    ///
    /// @param past the text before it, to be carried on; null for none
    /// @param answer told the answer as it grows, after each token
    Heard decode(
            Pcm audio,
            Hints hints,
            @Nullable String past,
            Costs costs,
            Consumer<? super Answer> answer)
            throws InterruptedException {
        costs.begin();
        MelSpectrogram mel = logMel.extract(padded(audio)); // [frames, 128]
        costs.end(Costs.Stage.MEL);
        AudioEmbeddings speech = encoder.encode(mel); // [tokens, hidden]
        costs.addEncoder(speech.tokens(), workload.encoder(mel.length()));
        costs.end(Costs.Stage.ENCODER);
        Prompt prompt = prompt(hints, past);
        int length = prompt.head().length + speech.tokens() + prompt.tail().length;
        int limit = Math.min(mostTokens(audio.seconds()), maxPositions - length);
        try {
            cache.truncate(0);
            cache.reserve(length + Math.min(limit, TOKENS_AT_FIRST));
            int first = decoder.prefill(prompt.head(), speech, prompt.tail(), cache);
            costs.addPrompt(length, workload.prefill(length));
            costs.end(Costs.Stage.PREFILL);
            Heard heard = generate(first, limit, forced(hints), costs, answer);
            costs.end(Costs.Stage.DECODE);
            return heard;
        } finally {
            if (cache.room() > KEPT_POSITIONS) {
                cache = decoder.newCache();
            }
        }
    }

    private static Pcm padded(Pcm audio) {
        if (audio.length() >= SHORTEST) {
            return audio;
        }
        float[] samples = new float[SHORTEST];
        audio.copyTo(samples, 0);
        return Pcm.of(samples);
    }

    /// The same pipeline for a stream: round after round of a sound that grows. Good until the next
    /// stretch or stream begins, since they share what the decoder remembers.
    RoundDecoder rounds(Caches caches, RoundDecoder.Stopwatch stopwatch) {
        return new RoundDecoder(logMel, encoder, decoder, cache, stopTokens, caches, stopwatch);
    }

    /// The model's tokenizer.
    Tokenizer tokenizer() {
        return tokenizer;
    }

    /// Tokens that the text of a sound may have at most.
    static int mostTokens(double seconds) {
        return TOKENS_AT_LEAST + (int) (TOKENS_PER_SECOND * seconds);
    }

    /// What is around the sound.
    ///
    /// @param past the text before it, to be carried on; null for none
    Prompt prompt(Hints hints, @Nullable String past) {
        return Prompt.of(tokenizer, hints.context(), forced(hints), past);
    }

    /// Name of the language that the prompt forces; null for none.
    static @Nullable String forced(Hints hints) {
        Language language = hints.language();
        return language == null ? null : language.modelName();
    }

    private Heard generate(
            int first,
            int limit,
            @Nullable String forced,
            Costs costs,
            Consumer<? super Answer> answer)
            throws InterruptedException {
        Answer growing = new Answer(tokenizer, forced);
        Runaway runaway = new Runaway();
        int[] ids = new int[limit];
        int count = 0;
        int next = first;
        Heard.Ending ending = Heard.Ending.STOP;
        while (!stops(next)) {
            if (count == limit) {
                ending = Heard.Ending.LIMIT;
                break;
            }
            ids[count++] = next;
            if (runaway.accept(next)) {
                ending = Heard.Ending.LOOP;
                break;
            }
            growing.accept(next);
            answer.accept(growing);
            next = decoder.step(next, cache);
            costs.addStep(decoder.bytesOfStep(cache));
        }
        costs.addNewTokens(count + 1);
        if (ending == Heard.Ending.LOOP) {
            count -= runaway.surplus();
            growing = new Answer(tokenizer, forced);
            for (int i = 0; i < count; i++) {
                growing.accept(ids[i]);
            }
        }
        return new Heard(growing.finish(), growing.textTokens(), ending);
    }

    private boolean stops(int id) {
        for (int stop : stopTokens) {
            if (stop == id) {
                return true;
            }
        }
        return false;
    }
}
