package dev.sayso.app.subtitles;

import dev.sayso.app.subtitles.Atom.Break;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into its [Atom]s.
///
/// Words are what stands between spaces; punctuation with a space before it, as in French, stays
/// with its word. Chinese and Japanese may be broken between any two characters, but not before
/// closing punctuation, small kana or a length mark, not after an opening bracket, and not inside a
/// word of katakana, Latin letters or digits (the kinsoku rules of JIS X 4051). Thai, Lao, Khmer
/// and Burmese are broken where the JDK's dictionary ends a word.
final class Atoms {

    private static final String CLOSING =
            ")]}.,;:!?%…’”»›、。，．！？；：）」』】》〉〕］｝·・ー～〜ゝゞ々〻ぁぃぅぇぉっゃゅょゎゕゖ" + "ァィゥェォッャュョヮヵヶ؟،؛۔।॥";
    private static final String OPENING = "([{‘“«‹「『【《〈〔（［｛¿¡";

    private Atoms() {}

    /// @param text on one line
    static List<Atom> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            boolean space = !pieces.isEmpty();
            for (String part : parts(word)) {
                add(pieces, part, space);
                space = false;
            }
        }
        List<Atom> atoms = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
            Break after =
                    next == null ? Break.SENTENCE : BreakQuality.between(piece.text(), next.text());
            atoms.add(new Atom(piece.text(), piece.spaceBefore(), after));
        }
        return atoms;
    }

    private record Piece(String text, boolean spaceBefore) {}

    /// Lone punctuation joins its word.
    private static void add(List<Piece> pieces, String part, boolean space) {
        if (!pieces.isEmpty()) {
            Piece last = pieces.getLast();
            boolean joins =
                    part.codePoints().allMatch(c -> CLOSING.indexOf(c) >= 0 || isDash(c))
                            || last.text().codePoints().allMatch(c -> OPENING.indexOf(c) >= 0)
                            // a dash that says who speaks
                            || (pieces.size() == 1
                                    && last.text().codePoints().allMatch(Atoms::isDash));
            if (joins) {
                pieces.removeLast();
                String joined = last.text() + (space ? " " : "") + part;
                pieces.add(new Piece(joined, last.spaceBefore()));
                return;
            }
        }
        pieces.add(new Piece(part, space));
    }

    private static List<String> parts(String word) {
        if (word.codePoints().noneMatch(c -> isIdeograph(c) || isKatakana(c) || isSpaceless(c))) {
            return List.of(word);
        }
        BreakIterator marks = BreakIterator.getCharacterInstance(Locale.ROOT);
        marks.setText(word);
        BreakIterator words = BreakIterator.getWordInstance(Locale.of("th"));
        words.setText(word);
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = marks.next(); end != BreakIterator.DONE; end = marks.next()) {
            if (end == word.length() || mayBreak(word, end, words)) {
                parts.add(word.substring(start, end));
                start = end;
            }
        }
        return parts;
    }

    private static boolean mayBreak(String word, int place, BreakIterator words) {
        int before = word.codePointBefore(place);
        int after = word.codePointAt(place);
        if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        if (isSpaceless(before) && isSpaceless(after)) {
            return words.isBoundary(place);
        }
        if (isKatakana(before) && isKatakana(after)) {
            return false;
        }
        return isEastAsian(before) || isEastAsian(after);
    }

    private static boolean isDash(int c) {
        return c == '-' || c == '–' || c == '—';
    }

    private static boolean isEastAsian(int c) {
        return isIdeograph(c)
                || isKatakana(c)
                || (c >= 0x3000 && c <= 0x303f)
                || (c >= 0xff01 && c <= 0xffef);
    }

    private static boolean isKatakana(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA || c == 'ー';
    }

    private static boolean isIdeograph(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, BOPOMOFO -> true;
            default -> false;
        };
    }

    private static boolean isSpaceless(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
