package dev.sayso.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import org.junit.jupiter.api.Test;

/// The small guards: repetition, stagnation, loops.
class GuardsTest {

    @Test
    void aRepetitionAtTheEndIsHeldBackAfterItsFirstPeriod() {
        int[] no = {9, 8, 1, 1, 1, 1};
        assertThat(RepetitionHold.before(no, 6)).isEqualTo(3);
        assertThat(RepetitionHold.before(no, 5)).isEqualTo(5);
        int[] pairs = {9, 1, 2, 1, 2, 1, 2, 1, 2};
        assertThat(RepetitionHold.before(pairs, 9)).isEqualTo(3);
        assertThat(RepetitionHold.before(pairs, 8)).isEqualTo(8);
    }

    @Test
    void aRepetitionThatSomethingFollowsIsNotHeldBack() {
        int[] tokens = {1, 1, 1, 1, 1, 1, 2};
        assertThat(RepetitionHold.before(tokens, 7)).isEqualTo(7);
        assertThat(RepetitionHold.before(new int[0], 0)).isZero();
        assertThat(RepetitionHold.before(new int[] {1, 2, 3, 1, 2, 3, 1, 2, 3}, 9)).isEqualTo(9);
    }

    @Test
    void fourRoundsAndEightSecondsWithoutAFurtherTokenAreStagnation() {
        StagnationGuard guard = new StagnationGuard();
        int second = Pcm.RATE;
        assertThat(guard.accept(5, 2 * second)).isFalse();
        assertThat(guard.accept(5, 4 * second)).isFalse();
        assertThat(guard.accept(4, 6 * second)).isFalse();
        assertThat(guard.accept(5, 8 * second)).isFalse();
        assertThat(guard.accept(5, 10 * second)).isTrue();
    }

    @Test
    void shortRoundsHaveToWaitForTheirEightSeconds() {
        StagnationGuard guard = new StagnationGuard();
        for (int half = 1; half <= 16; half++) {
            assertThat(guard.accept(3, half * Pcm.RATE / 2)).isFalse();
        }
        assertThat(guard.accept(3, 17 * Pcm.RATE / 2)).isTrue();
    }

    @Test
    void anAnswerThatGrowsIsNotStagnant() {
        StagnationGuard guard = new StagnationGuard();
        for (int tokens = 1; tokens < 100; tokens++) {
            assertThat(guard.accept(tokens, tokens * 4 * Pcm.RATE)).isFalse();
            assertThat(guard.accept(tokens, tokens * 4 * Pcm.RATE)).isFalse();
        }
    }

    @Test
    void aLoopIsCutBackToOnePeriodAndEndsTheAnswer() {
        Writing writing = new Writing(new int[] {5, 6}, 100);
        int written = 0;
        while (writing.accept(7)) {
            written++;
        }
        assertThat(written).isLessThan(30);
        assertThat(writing.ending()).isEqualTo(Writing.Ending.LOOP);
        assertThat(writing.tokens()).containsExactly(5, 6, 7);
    }

    @Test
    void aLoopThatBeganInThePrefixLeavesThePrefix() {
        int[] prefix = new int[20];
        Writing writing = new Writing(prefix, 100);
        while (writing.accept(0)) {
            assertThat(writing.isOpen()).isTrue();
        }
        assertThat(writing.tokens()).isEqualTo(prefix);
    }

    @Test
    void anAnswerHasNoMoreNewTokensThanAllowed() {
        Writing writing = new Writing(new int[] {1}, 2);
        assertThat(writing.accept(2)).isTrue();
        assertThat(writing.accept(3)).isFalse();
        assertThat(writing.ending()).isEqualTo(Writing.Ending.LIMIT);
        assertThat(writing.tokens()).containsExactly(1, 2, 3);
        assertThat(new Writing(new int[] {1}, 2).ending()).isEqualTo(Writing.Ending.STOP);
    }
}
