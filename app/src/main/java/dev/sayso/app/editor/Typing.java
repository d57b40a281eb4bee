package dev.sayso.app.editor;

import org.jspecify.annotations.Nullable;

/// What was typed: characters that came in at a place, or went from it.
///
/// @param cue its index
/// @param at where
/// @param removed what went
/// @param inserted what came
record Typing(int cue, int at, String removed, String inserted) {

    /// The typing in an edit; null when it is none.
    static @Nullable Typing of(Edit edit, Splice splice) {
        if (!(edit instanceof Edit.ChangeText(int index, _))) {
            return null;
        }
        String before = splice.removed().getFirst().text();
        String after = splice.inserted().getFirst().text();
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < shorter - same
                && before.charAt(before.length() - 1 - end)
                        == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new Typing(
                index,
                same,
                before.substring(same, before.length() - end),
                after.substring(same, after.length() - end));
    }

    /// Whether it goes on with an earlier one, which a person takes for the same step: the same
    /// word is written on, or characters go one after the other.
    boolean follows(Typing earlier) {
        if (cue != earlier.cue) {
            return false;
        }
        if (removed.isEmpty() && earlier.removed.isEmpty()) {
            return at == earlier.at + earlier.inserted.length() && !beginsWord(earlier.inserted);
        }
        boolean deletes = inserted.isEmpty() && earlier.inserted.isEmpty();
        return deletes && (at == earlier.at || at + removed.length() == earlier.at);
    }

    private boolean beginsWord(String before) {
        return !before.isEmpty()
                && Character.isWhitespace(before.charAt(before.length() - 1))
                && !inserted.isBlank();
    }
}
