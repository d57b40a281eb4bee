package dev.sayso.engine.text;

/// White space as Unicode sees it, which is neither of the JDK's two notions: no-break spaces and
/// U+0085 belong to it.
final class Blank {

    private Blank() {}

    /// Whether a code point has the property White_Space.
    static boolean is(int c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == 0x85
                || switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    default -> false;
                };
    }

    /// Whether a code point is trimmed from text; the four separators U+001C…U+001F are, too, as
    /// the official package does.
    static boolean isTrimmed(int c) {
        return is(c) || (c >= 0x1C && c <= 0x1F);
    }

    /// Where the text begins after white space; its length when there is nothing else.
    static int leading(CharSequence text) {
        int start = 0;
        // all white space lies in the basic plane
        while (start < text.length() && isTrimmed(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /// Where the text ends before white space; 0 when there is nothing else.
    static int trailing(CharSequence text) {
        int end = text.length();
        while (end > 0 && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static String trim(String text) {
        int end = trailing(text);
        return end == 0 ? "" : text.substring(leading(text), end);
    }
}
