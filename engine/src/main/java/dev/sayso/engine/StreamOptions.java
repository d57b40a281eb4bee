package dev.sayso.engine;

import java.time.Duration;

/// How a stream is listened to.
///
/// @param round new sound after which the text is brought up to date
/// @param mostNewTokens tokens a round may add to the text it carries on from, of which the last
///     five are mostly written again by the next round; bounds the time of a round
/// @param mostFinalTokens tokens that the last decoding of an utterance may add to its committed
///     text; 0: as many as its sound can hold
/// @param detectSpeech whether only what sounds like speech is decoded, and a pause ends an
///     utterance; otherwise everything is, and only length does
/// @param pause silence that ends an utterance
/// @param drafts what becomes of the round before's answer; the text does not depend on it, only
///     the time that a round takes
public record StreamOptions(
        Duration round,
        int mostNewTokens,
        int mostFinalTokens,
        boolean detectSpeech,
        Duration pause,
        Drafts drafts) {

    /// What becomes of the previous answer when a round writes the next one.
    public enum Drafts {
        /// It is read in one pass, and kept as far as the model agrees.
        READ,
        /// It is read, but with every token replaced by another, so that the model never agrees:
        /// the worst case, for measuring it.
        REFUSED,
        /// Nothing: every token is decoded after the one before it.
        OFF
    }

    /// The shortest round.
    public static final Duration SHORTEST_ROUND = Duration.ofMillis(500);

    /// The longest round: an utterance must be able to end in time.
    public static final Duration LONGEST_ROUND = Duration.ofSeconds(8);

    /// Fewer new tokens than this would be written again and again, and never get anywhere.
    public static final int FEWEST_NEW_TOKENS = 6;

    private static final StreamOptions DEFAULTS =
            new StreamOptions(
                    Duration.ofSeconds(2), 32, 0, true, Duration.ofMillis(800), Drafts.READ);

    /// @throws IllegalArgumentException for a round not in 0.5…8 s, fewer than 6 new tokens, a
    ///     negative number of final ones, or a pause not in 0.1…10 s
    public StreamOptions {
        if (round.compareTo(SHORTEST_ROUND) < 0 || round.compareTo(LONGEST_ROUND) > 0) {
            throw new IllegalArgumentException("round: " + round);
        }
        if (mostNewTokens < FEWEST_NEW_TOKENS || mostFinalTokens < 0) {
            throw new IllegalArgumentException(
                    "new tokens: " + mostNewTokens + ", in the end " + mostFinalTokens);
        }
        if (pause.toMillis() < 100 || pause.toMillis() > 10_000) {
            throw new IllegalArgumentException("pause: " + pause);
        }
    }

    /// Rounds of 2 s, 32 new tokens, utterances that end with pauses of 0.8 s.
    public static StreamOptions defaults() {
        return DEFAULTS;
    }

    public StreamOptions withRound(Duration wanted) {
        return new StreamOptions(
                wanted, mostNewTokens, mostFinalTokens, detectSpeech, pause, drafts);
    }

    public StreamOptions withMostNewTokens(int wanted) {
        return new StreamOptions(round, wanted, mostFinalTokens, detectSpeech, pause, drafts);
    }

    public StreamOptions withMostFinalTokens(int wanted) {
        return new StreamOptions(round, mostNewTokens, wanted, detectSpeech, pause, drafts);
    }

    public StreamOptions withDetectSpeech(boolean wanted) {
        return new StreamOptions(round, mostNewTokens, mostFinalTokens, wanted, pause, drafts);
    }

    public StreamOptions withPause(Duration wanted) {
        return new StreamOptions(
                round, mostNewTokens, mostFinalTokens, detectSpeech, wanted, drafts);
    }

    public StreamOptions withDrafts(Drafts wanted) {
        return new StreamOptions(
                round, mostNewTokens, mostFinalTokens, detectSpeech, pause, wanted);
    }
}
