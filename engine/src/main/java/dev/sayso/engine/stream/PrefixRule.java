package dev.sayso.engine.stream;

import dev.sayso.engine.text.Detokenizer;
import dev.sayso.engine.text.Tokenizer;
import java.util.Arrays;

/// How much of an answer stands: it is given to the next round as the beginning of its answer, and
/// may be committed.
///
/// As in the official package, nothing stands in the first two rounds, then all tokens but the last
/// five, which more sound may change, and fewer while the last of them would end inside a
/// character.
///
/// Two things are asked for beyond that. The last two rounds must agree, since the model sometimes
/// completes a sentence it has heard half of, and what it is given as a prefix it never takes back.
/// (The package gives it all; here it costs nothing not to, for what is no prefix is a draft, read
/// in the same pass.) And a repetition in the making does not stand before something else follows
/// it ([RepetitionHold]).
final class PrefixRule {

    /// Rounds after which nothing stands.
    private static final int FREE_ROUNDS = 2;

    /// Tokens at the end that may change.
    private static final int ROLLBACK = 5;

    private final Tokenizer tokenizer;

    PrefixRule(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Tokens of an answer that stand.
    ///
    /// @param before the answer of the round before
    /// @param round the number of the round, from 0
    int standing(int[] before, int[] answer, int round) {
        if (round < FREE_ROUNDS) {
            return 0;
        }
        int differs = Arrays.mismatch(before, answer);
        int agreed = differs < 0 ? answer.length : differs;
        int length = Math.min(agreed, Math.max(0, answer.length - ROLLBACK));
        while (length > 0 && endsInsideACharacter(answer, length)) {
            length--;
        }
        return RepetitionHold.before(answer, length);
    }

    private boolean endsInsideACharacter(int[] tokens, int length) {
        Detokenizer detokenizer = new Detokenizer(tokenizer);
        // a character has four bytes at most, and each token at least one
        for (int i = Math.max(0, length - 4); i < length; i++) {
            detokenizer.accept(tokens[i]);
        }
        return !detokenizer.finish().isEmpty();
    }
}
