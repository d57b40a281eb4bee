package dev.sayso.app.history;

import org.jspecify.annotations.Nullable;

/// Which entries are wanted.
///
/// @param words beginnings of words, or phrases in quotation marks, which must all be there; blank:
///     any entry
/// @param kind null for both
public record HistoryQuery(String words, @Nullable EntryKind kind) {

    /// Everything.
    public static final HistoryQuery ALL = new HistoryQuery("", null);

    /// Whether something is left out.
    public boolean narrows() {
        return !words.isBlank() || kind != null;
    }
}
