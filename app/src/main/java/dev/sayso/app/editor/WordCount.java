package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.util.List;

/// Counts words, as people do: what stands between spaces, and each character of a script that is
/// written without.
final class WordCount {

    private WordCount() {}

    static int of(List<Cue> cues) {
        int count = 0;
        for (Cue cue : cues) {
            count += of(cue.text());
        }
        return count;
    }

    static int of(String text) {
        int count = 0;
        boolean inside = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = Character.isIdeographic(c) || isKana(c);
            boolean part = Character.isLetterOrDigit(c) || (inside && !breaks(c));
            if (alone || (part && !inside)) {
                count++;
            }
            inside = part && !alone;
        }
        return count;
    }

    private static boolean breaks(int c) {
        return Character.isWhitespace(c) || "、。，．！？；：—–".indexOf(c) >= 0;
    }

    private static boolean isKana(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
