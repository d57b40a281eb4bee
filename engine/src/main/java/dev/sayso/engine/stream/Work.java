package dev.sayso.engine.stream;

/// What was computed, for comparing costs without a clock.
///
/// @param frames frames of the spectrogram transformed
/// @param chunks chunks that went through the convolutions
/// @param windows windows that went through the encoder's layers, open ones each time
/// @param encoded audio tokens that went through the encoder's layers
/// @param read positions of prompts that the decoder read, drafts included
/// @param reused positions of prompts that it remembered
/// @param drafted tokens of drafts read along with prompts
/// @param accepted of these, tokens the model agreed with
/// @param steps tokens that were read one by one, each after the one before it
/// @param stepBytes bytes that all steps together had to read
public record Work(
        long frames,
        int chunks,
        int windows,
        int encoded,
        int read,
        int reused,
        int drafted,
        int accepted,
        int steps,
        long stepBytes) {

    /// Nothing.
    public static Work none() {
        return new Work(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// What was done since.
    public Work since(Work earlier) {
        return new Work(
                frames - earlier.frames,
                chunks - earlier.chunks,
                windows - earlier.windows,
                encoded - earlier.encoded,
                read - earlier.read,
                reused - earlier.reused,
                drafted - earlier.drafted,
                accepted - earlier.accepted,
                steps - earlier.steps,
                stepBytes - earlier.stepBytes);
    }
}
