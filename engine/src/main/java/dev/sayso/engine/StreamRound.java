package dev.sayso.engine;

import java.time.Duration;

/// What a round of [SpeechRecognizer#listen] did and cost.
///
/// @param heard how far into the stream it had heard
/// @param fresh how much of that no round had heard before
/// @param ended whether it was the last one of an utterance
/// @param compute time it took
/// @param tokens tokens of the utterance's answer after it
/// @param newTokens tokens it wrote, those it carried on from not counted
/// @param drafted tokens of the answer before it that were read again in one pass
/// @param accepted of these, tokens that the model agreed with
/// @param steps tokens that were decoded one by one
/// @param positionsRead positions of the prompt that were read, drafted ones included
/// @param positionsReused positions of the prompt that were remembered
/// @param windowsEncoded windows of sound that went through the encoder
/// @param audioTokensEncoded audio tokens in them
/// @param committedCharacters characters committed by it
public record StreamRound(
        Duration heard,
        Duration fresh,
        boolean ended,
        Duration compute,
        int tokens,
        int newTokens,
        int drafted,
        int accepted,
        int steps,
        int positionsRead,
        int positionsReused,
        int windowsEncoded,
        int audioTokensEncoded,
        int committedCharacters) {}
