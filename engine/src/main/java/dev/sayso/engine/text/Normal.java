package dev.sayso.engine.text;

import java.text.Normalizer;

/// Makes text what the tokenizer was trained on: Unicode's composed form, NFC.
final class Normal {

    /// The JDK sorts a run of combining marks in quadratic time. No script stacks this many.
    private static final int MOST_MARKS = 300;

    private Normal() {}

    /// The text in NFC. Halves of surrogate pairs, which are no characters, become U+FFFD. Of more
    /// than 300 combining marks in a row each 300 are composed on their own.
    static String form(String text) {
        String whole = withoutHalves(text);
        StringBuilder formed = new StringBuilder(whole.length());
        int from = 0;
        int marks = 0;
        for (int at = 0; at < whole.length(); ) {
            int c = whole.codePointAt(at);
            marks = isMark(c) ? marks + 1 : 0;
            at += Character.charCount(c);
            if (marks == MOST_MARKS) {
                formed.append(nfc(whole.substring(from, at)));
                from = at;
                marks = 0;
            }
        }
        return formed.append(nfc(whole.substring(from))).toString();
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static String withoutHalves(String text) {
        int at = firstHalf(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (; at >= 0; at = firstHalf(text, at + 1)) {
            whole.setCharAt(at, '\uFFFD');
        }
        return whole.toString();
    }

    private static int firstHalf(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }
}
