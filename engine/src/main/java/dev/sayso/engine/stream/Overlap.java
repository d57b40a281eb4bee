package dev.sayso.engine.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words that were written on both sides of a seam.
///
/// Where an utterance was cut without a pause, a phrase that straddles the cut may be heard twice.
/// People repeat words, too: so only three words or more count, or six characters of a script
/// that is written without spaces.
public final class Overlap {

    private static final int MOST_WORDS = 24;
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_CHARACTERS = 6;

    private Overlap() {}

    /// A word, without punctuation and case.
    ///
    /// @param end behind its last character and the marks that follow it
    private record Word(String plain, int end, boolean ideograph) {}

    /// How many characters of `after` only repeat the end of `before`.
    public static int length(String before, String after) {
        List<Word> left = words(before);
        List<Word> right = words(after);
        int most = Math.min(MOST_WORDS, Math.min(left.size(), right.size()));
        for (int count = most; count >= FEWEST_WORDS; count--) {
            if (same(left, right, count)) {
                return right.get(count - 1).end();
            }
        }
        return 0;
    }

    private static boolean same(List<Word> left, List<Word> right, int count) {
        boolean words = false;
        for (int i = 0; i < count; i++) {
            if (!left.get(left.size() - count + i).plain().equals(right.get(i).plain())) {
                return false;
            }
            words |= !right.get(i).ideograph();
        }
        return words || count >= FEWEST_CHARACTERS;
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            int c = text.codePointAt(at);
            boolean ideograph = standsAlone(c);
            at += Character.charCount(c);
            if (!Character.isLetterOrDigit(c)) {
                continue;
            }
            while (!ideograph && at < text.length() && belongs(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            String plain = text.substring(from, at).toLowerCase(Locale.ROOT);
            while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            words.add(new Word(plain, at, ideograph));
        }
        return words;
    }

    private static boolean belongs(int c) {
        return (Character.isLetterOrDigit(c) && !standsAlone(c))
                || c == '\''
                || c == '’'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
