package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;

/// How much of a cue's time its characters take: an estimate, where there are no times of words.
final class SpeechWeight {

    private SpeechWeight() {}

    /// When the character at an index begins to be heard.
    ///
    /// @param index of the text; its length means the cue's end
    static Duration timeAt(Cue cue, int index) {
        long before = of(cue.text(), 0, index);
        long all = before + of(cue.text(), index, cue.text().length());
        if (all == 0) {
            return cue.start();
        }
        return cue.start().plusNanos(Math.round((double) cue.length().toNanos() * before / all));
    }

    private static long of(String text, int from, int to) {
        long weight = 0;
        int i = from;
        while (i < to) {
            int c = text.codePointAt(i);
            weight += of(c);
            i += Character.charCount(c);
        }
        return weight;
    }

    /// A syllable written with one character takes as long as three letters; a mark takes the time
    /// of a breath.
    private static int of(int c) {
        if (Character.isIdeographic(c)) {
            return 3;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, HANGUL -> 3;
            default -> Character.isWhitespace(c) ? 0 : 1;
        };
    }

    /// Where the word begins that a character belongs to; an index beside words stays.
    static int wordStart(String text, int index) {
        int start = Math.min(index, text.length());
        while (start > 0 && joins(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    /// Whether a character belongs to a word of several.
    private static boolean joins(int c) {
        return (Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == '-') && of(c) == 1;
    }
}
