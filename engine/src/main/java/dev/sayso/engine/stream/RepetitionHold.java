package dev.sayso.engine.stream;

/// Notices that an answer ends in a repetition that may yet become a loop.
///
/// "No, no, no, no" is said by people, so nothing is cut because of it; but it is not committed
/// before something else follows, so that a loop can still be cut when it has shown itself as one.
final class RepetitionHold {

    private static final int LONGEST_PERIOD = 6;
    private static final int REPEATS = 4;

    private RepetitionHold() {}

    /// Tokens before the repetition that the first `length` tokens end in, one period of it
    /// included; `length` when they end in none.
    static int before(int[] tokens, int length) {
        int least = length;
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int from = length;
            while (from - period > 0 && tokens[from - 1] == tokens[from - 1 - period]) {
                from--;
            }
            if (length - from >= (REPEATS - 1) * period) {
                least = Math.min(least, from);
            }
        }
        return least;
    }
}
