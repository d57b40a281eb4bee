package dev.sayso.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.checkpoint.Vocabulary;
import dev.sayso.engine.text.Detokenizer;
import dev.sayso.engine.text.Tokenizer;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrefixRuleTest {

    private final Tokenizer tokenizer;

    PrefixRuleTest() throws IOException {
        tokenizer = Tokenizer.of(Vocabulary.read(StarterModel.FOLDER));
    }

    private int standing(String before, String answer, int round) {
        int[] tokens = tokenizer.encode(answer);
        return new PrefixRule(tokenizer).standing(tokenizer.encode(before), tokens, round);
    }

    @Test
    void afterTwoRoundsAllButFiveTokensStand() {
        String text = "one two three four five six seven eight";
        int tokens = tokenizer.encode(text).length;
        assertThat(standing(text, text, 0)).isZero();
        assertThat(standing(text, text, 1)).isZero();
        assertThat(standing(text, text, 2)).isEqualTo(tokens - 5);
        assertThat(standing("one", "one two", 7)).isZero();
        assertThat(standing("", "", 7)).isZero();
    }

    @Test
    void whatTwoRoundsDisagreeOnDoesNot() {
        String before = "one two three four nine six seven eight";
        String now = "one two three four five six seven eight nine ten eleven";
        int agreed = tokenizer.encode("one two three four").length;
        assertThat(standing(before, now, 5)).isEqualTo(agreed);
        assertThat(standing(now, before, 5)).isEqualTo(agreed - 1);
    }

    @Test
    void whatStandsNeverEndsInsideACharacter() {
        // four bytes each, and this vocabulary has no token for more than one of them
        int[] tokens = tokenizer.encode("a😀😁😂é語");
        PrefixRule rule = new PrefixRule(tokenizer);
        for (int length = 0; length <= tokens.length; length++) {
            int[] answer = Arrays.copyOf(tokens, length);
            int standing = rule.standing(answer, answer, 3);
            assertThat(standing).isBetween(Math.max(0, length - 5 - 3), Math.max(0, length - 5));
            Detokenizer detokenizer = new Detokenizer(tokenizer);
            for (int i = 0; i < standing; i++) {
                detokenizer.accept(answer[i]);
            }
            assertThat(detokenizer.finish()).as("%d of %d tokens", standing, length).isEmpty();
        }
    }

    @Test
    void aRepetitionInTheMakingDoesNotStand() {
        int[] answer = {9, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(new PrefixRule(tokenizer).standing(answer, answer, 3)).isEqualTo(3);
    }
}
