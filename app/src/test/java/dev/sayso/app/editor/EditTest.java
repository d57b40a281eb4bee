package dev.sayso.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditTest {

    static Cue cue(int from, int to, String text) {
        return new Cue(Duration.ofMillis(from), Duration.ofMillis(to), text);
    }

    private static List<Cue> after(Edit edit, Cue... cues) {
        return edit.on(List.of(cues)).applyTo(List.of(cues));
    }

    @Test
    void aSplitSharesTheTimeByTheTextsWeight() {
        assertThat(after(new Edit.Split(0, 4), cue(1_000, 2_000, "abc defghij")))
                .containsExactly(cue(1_000, 1_300, "abc"), cue(1_300, 2_000, "defghij"));
        // a Chinese character is a syllable
        assertThat(after(new Edit.Split(0, 2), cue(0, 900, "你好abc")))
                .containsExactly(cue(0, 600, "你好"), cue(600, 900, "abc"));
    }

    @Test
    void aSplitWithoutTextOnBothSidesChangesNothing() {
        Cue cue = cue(0, 1_000, "one two ");
        assertThat(after(new Edit.Split(0, 0), cue)).containsExactly(cue);
        assertThat(after(new Edit.Split(0, 7), cue)).containsExactly(cue);
    }

    @Test
    void aMergeJoinsTextsAsTheirScriptWantsIt() {
        assertThat(after(new Edit.Merge(0), cue(0, 900, "Hello"), cue(1_000, 2_000, "world")))
                .containsExactly(cue(0, 2_000, "Hello world"));
        assertThat(after(new Edit.Merge(0), cue(0, 900, "你好"), cue(1_000, 2_000, "世界")))
                .containsExactly(cue(0, 2_000, "你好世界"));
        assertThat(after(new Edit.Merge(0), cue(0, 900, "last")))
                .containsExactly(cue(0, 900, "last"));
    }

    @Test
    void neighboursGiveWayToNewTimes() {
        assertThat(
                        after(
                                new Edit.ChangeTimes(
                                        1, Duration.ofMillis(500), Duration.ofMillis(2_500)),
                                cue(0, 1_000, "a"),
                                cue(1_000, 2_000, "b"),
                                cue(2_000, 3_000, "c")))
                .containsExactly(cue(0, 500, "a"), cue(500, 2_500, "b"), cue(2_500, 3_000, "c"));
    }

    @Test
    void timesThatWouldPassANeighbourAreRefused() {
        Timing timing =
                new Timing(
                        List.of(
                                cue(500, 1_000, "a"),
                                cue(1_000, 2_000, "b"),
                                cue(2_000, 3_000, "c")));
        assertThat(refusal(timing, 400, 2_000)).isEqualTo(Timing.Refusal.BEFORE_PREVIOUS);
        assertThat(refusal(timing, 1_000, 3_001)).isEqualTo(Timing.Refusal.AFTER_NEXT);
        assertThat(refusal(timing, 1_500, 1_500)).isEqualTo(Timing.Refusal.EMPTY);
        assertThat(refusal(timing, 500, 3_000)).isNull();
    }

    private static Timing.@Nullable Refusal refusal(Timing timing, int start, int end) {
        return timing.refusal(1, Duration.ofMillis(start), Duration.ofMillis(end));
    }

    @Test
    void aShiftEndsAtTheBeginningAndAtNeighboursThatStay() {
        Cue a = cue(300, 1_000, "a");
        Cue b = cue(1_500, 2_000, "b");
        Cue c = cue(2_200, 3_000, "c");
        assertThat(after(new Edit.ShiftTimes(Set.of(0, 1, 2), Duration.ofSeconds(-1)), a, b, c))
                .containsExactly(cue(0, 700, "a"), cue(1_200, 1_700, "b"), cue(1_900, 2_700, "c"));
        assertThat(after(new Edit.ShiftTimes(Set.of(1), Duration.ofSeconds(1)), a, b, c))
                .containsExactly(a, cue(1_700, 2_200, "b"), c);
        assertThat(after(new Edit.ShiftTimes(Set.of(1), Duration.ofSeconds(-1)), a, b, c))
                .containsExactly(a, cue(1_000, 1_500, "b"), c);
        assertThat(after(new Edit.ShiftTimes(Set.of(1, 2), Duration.ofHours(1)), a, b, c))
                .containsExactly(a, cue(3_601_500, 3_602_000, "b"), cue(3_602_200, 3_603_000, "c"));
    }

    @Test
    void cuesAreDeletedAndInserted() {
        Cue a = cue(0, 1, "a");
        Cue b = cue(1, 2, "b");
        Cue c = cue(2, 3, "c");
        assertThat(after(new Edit.Delete(Set.of(0, 2)), a, b, c)).containsExactly(b);
        assertThat(after(new Edit.Insert(1, b), a, c)).containsExactly(a, b, c);
        assertThat(after(new Edit.Insert(2, c), a, b)).containsExactly(a, b, c);
    }

    @Test
    void editingOneWordLeavesAllOtherCuesAsTheyAre() {
        Cue a = cue(0, 1, "a");
        Cue b = cue(1, 2, "b");
        Splice splice = new Edit.ChangeText(1, "x").on(List.of(a, b));
        assertThat(splice).isEqualTo(new Splice(1, List.of(b), List.of(cue(1, 2, "x"))));
    }

    @Test
    void theTimeOfAWordIsBetweenThoseOfItsNeighbours() {
        Cue cue = cue(10_000, 20_000, "aaaa bbbb, cc");
        assertThat(SpeechWeight.timeAt(cue, 0)).isEqualTo(cue.start());
        assertThat(SpeechWeight.timeAt(cue, cue.text().length())).isEqualTo(cue.end());
        int word = SpeechWeight.wordStart(cue.text(), 7);
        assertThat(word).isEqualTo(5);
        assertThat(SpeechWeight.timeAt(cue, word).toMillis()).isEqualTo(10_000 + 4 * 10_000 / 11);
        assertThat(SpeechWeight.timeAt(cue(5, 9, ""), 0)).isEqualTo(Duration.ofMillis(5));
    }
}
