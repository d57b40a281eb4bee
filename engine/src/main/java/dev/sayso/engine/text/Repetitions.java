package dev.sayso.engine.text;

import java.util.Arrays;

/// Cuts what a model writes when it runs away.
///
/// As the official package: a character more than 20 times in a row becomes one; after that a
/// pattern of up to 20 characters that stands 20 or more times in a row becomes one, provided that
/// 40 characters or more are left from its beginning on. Characters are code points.
final class Repetitions {

    private static final int THRESHOLD = 20;
    private static final int LONGEST_PATTERN = 20;

    private Repetitions() {}

    static String repair(String text) {
        int[] once = repairPatterns(repairCharacters(text.codePoints().toArray()));
        return new String(once, 0, once.length);
    }

    private static int[] repairCharacters(int[] text) {
        int[] kept = new int[text.length];
        int length = 0;
        for (int from = 0; from < text.length; ) {
            int end = from + 1;
            while (end < text.length && text[end] == text[from]) {
                end++;
            }
            int copies = end - from > THRESHOLD ? 1 : end - from;
            Arrays.fill(kept, length, length + copies, text[from]);
            length += copies;
            from = end;
        }
        return Arrays.copyOf(kept, length);
    }

    private static int[] repairPatterns(int[] text) {
        int[] kept = new int[text.length];
        int length = 0;
        int from = 0;
        // for each period: the first place, not before `from`, whose character differs from the one
        // a period later; moves only forward, so all of this is linear in the text
        int[] breaks = new int[LONGEST_PATTERN + 1];
        while (from <= text.length - 2 * THRESHOLD) {
            int period = repeatedPeriod(text, from, breaks);
            if (period == 0) {
                kept[length++] = text[from++];
            } else {
                System.arraycopy(text, from, kept, length, period);
                length += period;
                from += ((breaks[period] - from) / period + 1) * period;
            }
        }
        int rest = text.length - from;
        System.arraycopy(text, from, kept, length, rest);
        return Arrays.copyOf(kept, length + rest);
    }

    /// The shortest period with which the text repeats often enough from a place on; 0 if none
    /// does.
    private static int repeatedPeriod(int[] text, int from, int[] breaks) {
        for (int period = 1; period <= LONGEST_PATTERN; period++) {
            int at = Math.max(from, breaks[period]);
            while (at + period < text.length && text[at] == text[at + period]) {
                at++;
            }
            breaks[period] = at;
            if (at - from >= (THRESHOLD - 1) * period) {
                return period;
            }
        }
        return 0;
    }
}
