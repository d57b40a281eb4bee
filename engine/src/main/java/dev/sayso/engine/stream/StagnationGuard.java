package dev.sayso.engine.stream;

import dev.sayso.engine.audio.Pcm;

/// Notices that an answer does not get on although sound comes.
///
/// The model sometimes says stop after words that look like an end, round after round, or writes
/// its allowance full of what is cut again. After four rounds and eight seconds without a further
/// token the utterance is better ended, and the sound that follows heard on its own.
final class StagnationGuard {

    private static final int ROUNDS = 4;
    private static final int SAMPLES = 8 * Pcm.RATE;

    private int most;
    private int rounds;
    private int grewAt;

    /// Takes a round's outcome.
    ///
    /// @param tokens of the answer
    /// @param heard samples of the utterance so far
    /// @return whether it is stuck
    boolean accept(int tokens, int heard) {
        if (tokens > most) {
            most = tokens;
            rounds = 0;
            grewAt = heard;
            return false;
        }
        rounds++;
        return rounds >= ROUNDS && heard - grewAt >= SAMPLES;
    }
}
