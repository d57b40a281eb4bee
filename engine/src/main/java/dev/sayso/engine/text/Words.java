package dev.sayso.engine.text;

/// Cuts text into the pieces that merges never cross.
///
/// Qwen2's pattern, whose alternatives are tried in this order:
///
/// | alternative | piece |
/// |---|---|
/// | `(?i:'s\|'t\|'re\|'ve\|'m\|'ll\|'d)` | an English contraction |
/// | `[^\r\n\p{L}\p{N}]?\p{L}+` | letters, with any one character before them |
/// | `\p{N}` | one digit |
/// | ` ?[^\s\p{L}\p{N}]+[\r\n]*` | other marks, with a space before and line breaks after |
/// | `\s*[\r\n]+` | white space up to its last line break |
/// | `\s+(?!\S)` | white space, less one character when something follows |
/// | `\s+` | white space |
///
/// Written by hand because a backtracking engine recurses on long pieces, and because the JDK's
/// classes differ from these (`\s` is White_Space here). Takes time linear in the text.
final class Words {

    private Words() {}

    /// Where the piece that begins at `from` ends.
    static int end(String text, int from) {
        int contraction = contraction(text, from);
        if (contraction > from) {
            return contraction;
        }
        int first = text.codePointAt(from);
        int second = from + Character.charCount(first);
        if (Character.isLetter(first)) {
            return afterLetters(text, second);
        }
        if (isNumber(first)) {
            return second;
        }
        if (first != '\r' && first != '\n') {
            int end = afterLetters(text, second);
            if (end > second) {
                return end;
            }
        }
        int marks = first == ' ' ? second : from;
        int end = afterMarks(text, marks);
        return end > marks ? afterLineBreaks(text, end) : afterBlanks(text, from);
    }

    private static int contraction(String text, int from) {
        if (text.charAt(from) != '\'' || from + 1 == text.length()) {
            return from;
        }
        char first = folded(text.charAt(from + 1));
        if ("stmd".indexOf(first) >= 0) {
            return from + 2;
        }
        if (from + 2 == text.length()) {
            return from;
        }
        char second = folded(text.charAt(from + 2));
        boolean two =
                (second == 'e' && (first == 'r' || first == 'v'))
                        || (second == 'l' && first == 'l');
        return two ? from + 3 : from;
    }

    /// Without case; the long s is an s, too.
    private static char folded(char c) {
        return c == 'ſ' ? 's' : c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    private static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    true;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        return !Blank.is(c) && !Character.isLetter(c) && !isNumber(c);
    }

    private static int afterLetters(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int afterMarks(String text, int from) {
        int end = from;
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int afterLineBreaks(String text, int from) {
        int end = from;
        while (end < text.length() && isLineBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLineBreak(char c) {
        return c == '\r' || c == '\n';
    }

    private static int afterBlanks(String text, int from) {
        int end = from;
        int lastBreak = from;
        while (end < text.length() && Blank.is(text.charAt(end))) {
            end++;
            if (isLineBreak(text.charAt(end - 1))) {
                lastBreak = end;
            }
        }
        if (lastBreak > from) {
            return lastBreak;
        }
        boolean leaveOne = end < text.length() && end - from > 1;
        return leaveOne ? end - 1 : end;
    }
}
