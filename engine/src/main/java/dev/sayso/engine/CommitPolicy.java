package dev.sayso.engine;

/// Up to where settled text is committed: whole words only, and only where joining the pieces gives
/// the text back.
final class CommitPolicy {

    private CommitPolicy() {}

    /// The end of what may be committed: the last place behind `from` after which another word
    /// begins.
    ///
    /// @param settled text that will not change; what follows it may
    /// @param from characters that are committed already
    /// @return `from` when nothing may
    static int boundary(String settled, int from) {
        for (int next = settled.length() - 1; next > from; next--) {
            int end = next;
            while (end > from && Character.isWhitespace(settled.charAt(end - 1))) {
                end--;
            }
            if (begins(settled, next, end < next) && !settled.substring(from, end).isBlank()) {
                String joint = Joint.between(settled.substring(from, end), settled.substring(next));
                if (joint.equals(settled.substring(end, next))) {
                    return end;
                }
            }
        }
        return from;
    }

    /// Whether a word may begin at a place.
    private static boolean begins(String text, int at, boolean afterSpace) {
        char first = text.charAt(at);
        if (Character.isWhitespace(first) || Character.isLowSurrogate(first)) {
            return false;
        }
        int c = text.codePointAt(at);
        return !isMark(c) && (afterSpace || Character.isLetterOrDigit(c));
    }

    /// Whether a character belongs to the one before it.
    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.MODIFIER_LETTER ->
                    true;
            default -> false;
        };
    }
}
