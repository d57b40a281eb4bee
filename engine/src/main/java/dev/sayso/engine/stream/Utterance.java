package dev.sayso.engine.stream;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.text.Prompt;
import dev.sayso.engine.text.Tokenizer;
import java.util.Arrays;

/// One utterance while it is heard: sound that is decoded on its own, in rounds, and once more at
/// its end.
///
/// Each round hears all of the utterance so far. What stands of the last answer ([PrefixRule]) is
/// the beginning of the next, and the rest of it a draft.
public final class Utterance {

    /// The model was trained on clips of at least half a second.
    private static final int SHORTEST = Pcm.RATE / 2;

    private final RoundDecoder decoder;
    private final Prompt prompt;
    private final PrefixRule rule;
    private final boolean conditioned;
    private final int mostNewTokens;
    private final StagnationGuard stagnation = new StagnationGuard();

    private int[] tokens = new int[0];
    private int settled;

    /// What the answer was written of, in samples; -1 when more would have been written of it.
    private int answered = -1;

    private int round;
    private int loops;
    private boolean stuck;

    /// How rounds are decoded.
    ///
    /// @param prompt what is around the sound
    /// @param conditioned whether a round is given text of those before it; if not, nothing stands
    ///     before the utterance has ended
    /// @param mostNewTokens new tokens of a round at most
    public record Rules(Prompt prompt, boolean conditioned, int mostNewTokens) {}

    /// Begins one; the decoder forgets the one before.
    public Utterance(RoundDecoder decoder, Tokenizer tokenizer, Rules rules) {
        this.decoder = decoder;
        this.prompt = rules.prompt();
        this.rule = new PrefixRule(tokenizer);
        this.conditioned = rules.conditioned();
        this.mostNewTokens = rules.mostNewTokens();
        decoder.restart();
    }

    /// Decodes the sound so far.
    ///
    /// @param sound all of the utterance; at least a frame
    /// @throws InterruptedException when the calling thread is interrupted
    public void hear(Pcm sound) throws InterruptedException {
        int[] before = tokens;
        Writing heard =
                decoder.decode(
                        sound,
                        prompt,
                        Arrays.copyOf(before, settled),
                        Arrays.copyOfRange(before, settled, before.length),
                        mostNewTokens);
        tokens = heard.tokens();
        answered = heard.ending() == Writing.Ending.STOP ? sound.length() : -1;
        loops = heard.ending() == Writing.Ending.LOOP ? loops + 1 : 0;
        stuck = stagnation.accept(tokens.length, sound.length());
        if (conditioned) {
            settled = Math.max(settled, rule.standing(before, tokens, round));
        }
        round++;
    }

    /// Decodes the whole utterance: all that is not settled yet once more, unless the last round
    /// has heard as much and come to an end. Changes nothing, so it may be asked with different
    /// prompts.
    ///
    /// @param sound all of it, not empty
    /// @param around what is around it
    /// @param most new tokens at most
    /// @return the answer's tokens, the settled ones first
    /// @throws InterruptedException when the calling thread is interrupted
    public int[] whole(Pcm sound, Prompt around, int most) throws InterruptedException {
        if (isKnown(sound, around, most)) {
            return tokens();
        }
        int[] prefix = Arrays.copyOf(tokens, settled);
        int[] draft = Arrays.copyOfRange(tokens, settled, tokens.length);
        return decoder.decode(padded(sound), around, prefix, draft, most).tokens();
    }

    /// Whether decoding again could only give the same answer: it would be given the beginning of
    /// what it wrote, and write the rest of it.
    private boolean isKnown(Pcm sound, Prompt around, int most) {
        return sound.length() == answered
                && sound.length() >= SHORTEST
                && around == prompt
                && tokens.length - settled <= most;
    }

    private static Pcm padded(Pcm sound) {
        if (sound.length() >= SHORTEST) {
            return sound;
        }
        float[] samples = new float[SHORTEST];
        sound.copyTo(samples, 0);
        return Pcm.of(samples);
    }

    /// The answer as it stands.
    public int[] tokens() {
        return tokens.clone();
    }

    /// How many of its tokens stand: they never change again.
    public int settled() {
        return settled;
    }

    /// Whether nothing is to be gained from more sound: the answer is stuck, or has run into a loop
    /// twice in a row.
    public boolean isLost() {
        return stuck || loops >= 2;
    }
}
