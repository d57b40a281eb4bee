package dev.sayso.engine.stream;

/// What is kept from one round to the next. Text and tokens never depend on it.
///
/// @param frames frames of the spectrogram
/// @param open the convolutions' outcome for chunks of the open window, and that of its layers
/// @param windows embeddings of finished windows
/// @param prompt keys and values of the prompt's beginning
/// @param drafts what becomes of the round before's answer
public record Caches(boolean frames, boolean open, boolean windows, boolean prompt, Drafts drafts) {

    /// What becomes of the previous answer when the next one is decoded.
    public enum Drafts {
        /// It is read in one pass with the prompt, and kept as far as the model agrees.
        READ,
        /// Nothing: every token is decoded after the one before it.
        OFF,
        /// As [#READ], but with every token replaced by another, so that the model never agrees:
        /// the worst case.
        REFUSED
    }

    /// All of it.
    public static Caches all() {
        return new Caches(true, true, true, true, Drafts.READ);
    }

    /// Nothing: each round is computed from its sound alone.
    public static Caches none() {
        return new Caches(false, false, false, false, Drafts.OFF);
    }

    public Caches withDrafts(Drafts wanted) {
        return new Caches(frames, open, windows, prompt, wanted);
    }
}
