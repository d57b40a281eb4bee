package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.text.AsrOutput;
import org.junit.jupiter.api.Test;

class PastTextGuardTest {

    private static final String SO_FAR =
            "We met at ten and talked about the budget for a long, long time.";

    @Test
    void autoAndNoGiveNothing() {
        assertThat(new PastTextGuard(PastText.AUTO).past(SO_FAR)).isNull();
        assertThat(new PastTextGuard(PastText.NO).past(SO_FAR)).isNull();
        assertThat(new PastTextGuard(PastText.YES).past(SO_FAR)).isEqualTo(SO_FAR);
        assertThat(new PastTextGuard(PastText.YES).past("")).isNull();
    }

    @Test
    void longPastTextIsCutBetweenWords() {
        String past = new PastTextGuard(PastText.YES).past("word ".repeat(500) + "end");
        assertThat(past).startsWith("word ").endsWith("end").hasSizeLessThanOrEqualTo(600);
        String chinese = new PastTextGuard(PastText.YES).past("\ud840\udc00".repeat(500));
        assertThat(chinese).isEqualTo("\ud840\udc00".repeat(300));
    }

    @Test
    void emptinessBrevityAndRepetitionAreSuspect() {
        PastTextGuard guard = new PastTextGuard(PastText.YES);
        assertThat(guard.suspects(heard("", 0), 3, SO_FAR)).isTrue();
        assertThat(guard.suspects(heard("Yes.", 2), 10, SO_FAR)).isTrue();
        assertThat(guard.suspects(heard("Yes.", 2), 3, SO_FAR)).isFalse();
        assertThat(guard.suspects(heard(SO_FAR.substring(7), 14), 3, SO_FAR)).isTrue();
        assertThat(guard.suspects(heard("Something else was said then.", 40), 20, SO_FAR))
                .isFalse();
    }

    @Test
    void afterTwoStrikesPastTextIsGivenUp() {
        PastTextGuard guard = new PastTextGuard(PastText.YES);
        for (int strike = 0; strike < 2; strike++) {
            assertThat(guard.past(SO_FAR)).isNotNull();
            Heard better = heard("The whole sentence.", 5);
            assertThat(guard.choose(heard("", 0), better, SO_FAR)).isSameAs(better);
        }
        assertThat(guard.past(SO_FAR)).isNull();
    }

    @Test
    void slowSpeechAndSilenceAreNoStrikes() {
        PastTextGuard guard = new PastTextGuard(PastText.YES);
        for (int stretch = 0; stretch < 5; stretch++) {
            Heard with = heard("Slow words.", 3);
            assertThat(guard.choose(with, heard("Slow words.", 3), SO_FAR)).isSameAs(with);
            guard.choose(heard("", 0), heard("", 0), SO_FAR);
        }
        assertThat(guard.past(SO_FAR)).isNotNull();
    }

    private static Heard heard(String text, int tokens) {
        return new Heard(new AsrOutput("English", text, false), tokens, Heard.Ending.STOP);
    }
}
