package dev.sayso.engine.text;

/// Notices that the model has fallen into a loop: the same one to sixteen tokens over and over.
///
/// It is patient, since people do say "no, no, no, no" and long numbers: 24 times the same token,
/// 16 times the same two to four, 10 times the same longer phrase.
public final class Runaway {

    private static final int LONGEST_PERIOD = 16;

    private final int[] recent = new int[LONGEST_PERIOD];

    /// For each period, how many tokens in a row equalled the one that many places before.
    private final int[] matches = new int[LONGEST_PERIOD + 1];

    private int count;
    private int surplus;

    /// Takes the next token.
    ///
    /// @return whether the tokens so far end in a loop
    public boolean accept(int id) {
        boolean loops = false;
        for (int period = 1; period <= Math.min(LONGEST_PERIOD, count); period++) {
            boolean same = recent[(count - period) % LONGEST_PERIOD] == id;
            matches[period] = same ? matches[period] + 1 : 0;
            if (!loops && matches[period] >= period * (repeats(period) - 1)) {
                loops = true;
                surplus = matches[period];
            }
        }
        recent[count % LONGEST_PERIOD] = id;
        count++;
        return loops;
    }

    private static int repeats(int period) {
        if (period == 1) {
            return 24;
        }
        return period <= 4 ? 16 : 10;
    }

    /// How many of the last tokens only repeat what stands before them.
    public int surplus() {
        return surplus;
    }
}
