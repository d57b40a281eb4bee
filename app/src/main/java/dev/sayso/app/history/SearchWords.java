package dev.sayso.app.history;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts as the index holds them, and what a person types as a question to the index.
///
/// `unicode61` makes words of runs of letters and digits, without case and accents. It knows no
/// words in Chinese, Japanese, Thai, Lao, Khmer and Burmese, so each character of theirs gets
/// spaces around it: every one is a word, and a phrase of them is found wherever it stands.
final class SearchWords {

    /// More words than anybody types; a text pasted by mistake is cut here.
    private static final int MOST_WORDS = 32;

    private static final int LONGEST = 2_000;
    private static final String QUOTATION_MARKS = "\"“”„‟«»「」『』";
    private static final int PROLONGED_SOUND = 'ー';

    private SearchWords() {}

    /// A text as the index holds it.
    static String indexed(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(composed.length() + 16);
        composed.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (standsAlone(c)) {
            out.append(' ').appendCodePoint(c).append(' ');
        } else if (c == 'ß' || c == 'ẞ') {
            out.append("ss");
        } else if (Character.isISOControl(c)) {
            // a zero would end the text for SQLite
            out.append(' ');
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean standsAlone(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> c == PROLONGED_SOUND;
        };
    }

    /// What was typed in FTS5's language; null when there is nothing in it that can be looked for.
    ///
    /// Each word is the beginning of a word, what stands in quotation marks is a phrase, and all of
    /// them must be there. Every one is handed on as a string, so that none of FTS5's own words and
    /// signs (`NEAR`, `*`, `-`, `:`, …) means anything.
    static @Nullable String match(String typed) {
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        boolean quoted = false;
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (QUOTATION_MARKS.indexOf(c) >= 0) {
                add(terms, term, !quoted);
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                add(terms, term, true);
            } else {
                term.append(c);
            }
        }
        // a phrase without its end is still being typed
        add(terms, term, true);
        return terms.isEmpty() ? null : String.join(" ", terms);
    }

    private static void add(List<String> terms, StringBuilder term, boolean beginning) {
        String words = indexed(term.toString()).replace('"', ' ').strip();
        term.setLength(0);
        if (terms.size() < MOST_WORDS && words.codePoints().anyMatch(Character::isLetterOrDigit)) {
            terms.add('"' + words + '"' + (beginning ? " *" : ""));
        }
    }
}
