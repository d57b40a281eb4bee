package dev.sayso.engine;

/// What goes between two pieces of text that were decoded apart.
public final class Joint {

    private Joint() {}

    /// A space, or nothing: nothing at the very beginning, beside white space, before closing
    /// punctuation, and between two characters of a script written without spaces.
    public static String between(CharSequence before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return "";
        }
        int last = Character.codePointBefore(before, before.length());
        int first = after.codePointAt(0);
        if (Character.isWhitespace(last) || Character.isWhitespace(first)) {
            return "";
        }
        if (closes(first) || (writtenTogether(last) && writtenTogether(first))) {
            return "";
        }
        return " ";
    }

    private static boolean closes(int c) {
        return ".,;:!?)]}%…、。，．！？；：）」』】》〉".indexOf(c) >= 0;
    }

    private static boolean writtenTogether(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> "、。，．！？；：（）「」『』【】《》〈〉・ー…".indexOf(c) >= 0;
        };
    }
}
