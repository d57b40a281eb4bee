package dev.sayso.app.subtitles;

import dev.sayso.engine.Joint;
import java.util.regex.Pattern;

/// How much room characters take, and how much there is to read.
///
/// A line holds 42 characters of a narrow script or 16 of a wide one (Chinese, Japanese, Korean,
/// full-width forms: East Asian Width W and F). A mixed line is measured by shares: each narrow
/// character takes 1/42 of it, each wide one 1/16. In whole numbers: a narrow one costs
/// `cjkColumns`, a wide one `columns`, and a line holds `columns · cjkColumns`.
///
/// For the reading speed a wide character counts as two: 17 characters a second are 8.5 Chinese
/// ones, near the 9 that broadcasters ask for. Marks that stand over or under a letter count
/// nothing, in either.
final class TextWidth {

    /// All but those that hold two words together.
    private static final Pattern SPACES = Pattern.compile("[\\s\\u2000-\\u200a\\u205f\\u3000]+");

    private final SubtitleRules rules;

    TextWidth(SubtitleRules rules) {
        this.rules = rules;
    }

    /// What a line holds.
    int line() {
        return rules.columns() * rules.cjkColumns();
    }

    /// What a text takes of a line.
    int of(String text) {
        return text.codePoints().map(this::cost).sum();
    }

    /// A space's cost.
    int space() {
        return rules.cjkColumns();
    }

    private int cost(int c) {
        if (isMark(c)) {
            return 0;
        }
        return isWide(c) ? rules.columns() : rules.cjkColumns();
    }

    /// Characters to read.
    static int reading(String text) {
        return text.codePoints().map(c -> isMark(c) ? 0 : isWide(c) ? 2 : 1).sum();
    }

    /// Words on one line, single spaces between them. What stands on two lines is joined as the
    /// script wants it.
    static String oneLine(String text) {
        StringBuilder joined = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            String words = SPACES.matcher(line).replaceAll(" ").strip();
            joined.append(Joint.between(joined, words)).append(words);
        }
        return joined.toString();
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    /// By blocks of Unicode 16's EastAsianWidth.txt, whose W and F lie in these.
    static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0x303e)
                || (c >= 0x3041 && c <= 0x33ff)
                || (c >= 0x3400 && c <= 0x4dbf)
                || (c >= 0x4e00 && c <= 0xa4cf)
                || (c >= 0xa960 && c <= 0xa97f)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff01 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1f64f)
                || (c >= 0x1f900 && c <= 0x1f9ff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
