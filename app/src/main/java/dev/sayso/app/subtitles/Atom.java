package dev.sayso.app.subtitles;

/// What no line and no cue is broken inside of: a word with its punctuation; in scripts without
/// spaces a character or a word of them.
///
/// @param text not empty
/// @param spaceBefore whether a space separates it from the one before
/// @param after how good a place its end is
record Atom(String text, boolean spaceBefore, Break after) {

    /// How good a place for a break is, best first.
    enum Break {
        SENTENCE,
        CLAUSE,
        /// Before a conjunction or preposition, or where a Japanese phrase ends.
        PHRASE,
        /// Between two words, or two characters.
        WORD,
        /// After an article or a preposition, which belongs to what follows.
        BOUND
    }
}
