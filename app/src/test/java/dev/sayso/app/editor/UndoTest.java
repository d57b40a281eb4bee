package dev.sayso.app.editor;

import static dev.sayso.app.editor.EditTest.cue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoTest {

    static List<Cue> cues(int count) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cues.add(cue(i * 1_000, i * 1_000 + 900, "this is cue number " + i));
        }
        return cues;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fiveHundredRandomEditsAreTakenBackAndDoneAgain(long seed) {
        Random random = new Random(seed);
        CueList list = new CueList(cues(40));
        List<Cue> original = list.cues();
        int changes = 0;
        for (int i = 0; i < 500; i++) {
            if (list.apply(randomEdit(random, list.cues())).isPresent()) {
                changes++;
            }
            assertInOrder(list.cues());
            // now and then some steps back and forth
            for (int back = random.nextInt(3); back > 0 && random.nextInt(8) == 0; back--) {
                var _ = random.nextBoolean() ? list.undo() : list.redo();
            }
        }
        assertThat(changes).isGreaterThan(200);
        while (list.history().canRedo()) {
            assertThat(list.redo()).isPresent();
        }
        List<Cue> end = list.cues();

        while (list.history().canUndo()) {
            assertThat(list.undo()).isPresent();
        }
        assertThat(list.cues()).as("seed %d", seed).isEqualTo(original);

        while (list.history().canRedo()) {
            assertThat(list.redo()).isPresent();
        }
        assertThat(list.cues()).as("seed %d", seed).isEqualTo(end);
    }

    private static void assertInOrder(List<Cue> cues) {
        for (int i = 1; i < cues.size(); i++) {
            assertThat(cues.get(i).start()).isGreaterThanOrEqualTo(cues.get(i - 1).end());
        }
    }

    private static Edit randomEdit(Random random, List<Cue> cues) {
        if (cues.isEmpty()) {
            return new Edit.Insert(0, cue(0, 500, "new"));
        }
        int index = random.nextInt(cues.size());
        Cue cue = cues.get(index);
        int place = random.nextInt(cue.text().length() + 1);
        return switch (random.nextInt(9)) {
            case 0 -> typed(index, cue, place, "" + (char) ('a' + random.nextInt(26)));
            case 1 -> typed(index, cue, place, " word");
            case 2 ->
                    new Edit.ChangeTimes(
                            index,
                            cue.start().plusMillis(random.nextInt(-900, 900)),
                            cue.end().plusMillis(random.nextInt(-900, 900)));
            case 3 -> new Edit.Split(index, place);
            case 4 -> new Edit.Merge(index);
            case 5 -> new Edit.Delete(random.nextInt(4) == 0 ? some(random, cues) : Set.of(index));
            case 6 -> inserted(index, cues);
            case 7 ->
                    new Edit.ShiftTimes(
                            some(random, cues), Duration.ofMillis(random.nextInt(-400, 400)));
            default ->
                    new Edit.ReplaceAll(
                            new Find("" + (char) ('a' + random.nextInt(26)), false, false, false),
                            "" + (char) ('a' + random.nextInt(26)));
        };
    }

    private static Edit typed(int index, Cue cue, int place, String what) {
        String text = cue.text();
        return new Edit.ChangeText(index, text.substring(0, place) + what + text.substring(place));
    }

    private static Edit inserted(int index, List<Cue> cues) {
        Cue cue = cues.get(index);
        boolean last = index + 1 == cues.size();
        Duration end = last ? cue.end().plusMillis(700) : cues.get(index + 1).start();
        return new Edit.Insert(index + 1, new Cue(cue.end(), end, ""));
    }

    private static Set<Integer> some(Random random, List<Cue> cues) {
        Set<Integer> some = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            some.add(random.nextInt(cues.size()));
        }
        return some;
    }

    @Test
    void aWordThatIsTypedIsOneStep() {
        CueList list = new CueList(List.of(cue(0, 1_000, "")));
        for (String text : List.of("o", "on", "one", "one ", "one t", "one tw", "one two")) {
            list.apply(new Edit.ChangeText(0, text));
        }
        list.undo();
        assertThat(list.cues().getFirst().text()).isEqualTo("one ");
        list.undo();
        assertThat(list.cues().getFirst().text()).isEmpty();
        list.redo();
        list.redo();
        assertThat(list.cues().getFirst().text()).isEqualTo("one two");
    }

    @Test
    void deletingIsAStepOfItsOwn() {
        CueList list = new CueList(List.of(cue(0, 1_000, "word")));
        for (String text : List.of("words", "word", "wor", "wo", "wow")) {
            list.apply(new Edit.ChangeText(0, text));
        }
        list.undo();
        assertThat(list.cues().getFirst().text()).isEqualTo("wo");
        list.undo();
        assertThat(list.cues().getFirst().text()).isEqualTo("words");
        list.undo();
        assertThat(list.cues().getFirst().text()).isEqualTo("word");
    }

    @Test
    void typingAfterAnotherStepOrInAnotherCueIsAStepOfItsOwn() {
        CueList list = new CueList(List.of(cue(0, 1_000, ""), cue(1_000, 2_000, "")));
        list.apply(new Edit.ChangeText(0, "a"));
        list.apply(new Edit.ChangeText(1, "x"));
        list.apply(new Edit.ChangeText(0, "ab"));
        list.history().seal();
        list.apply(new Edit.ChangeText(0, "abc"));
        list.undo();
        assertThat(list.cues().getFirst().text()).isEqualTo("ab");
        list.undo();
        assertThat(list.cues().getFirst().text()).isEqualTo("a");
        list.undo();
        assertThat(list.cues().getLast().text()).isEmpty();
    }

    @Test
    void aNewStepForgetsWhatWasTakenBack() {
        CueList list = new CueList(cues(3));
        list.apply(new Edit.Merge(0));
        list.undo();
        list.apply(new Edit.Delete(Set.of(0)));
        assertThat(list.history().canRedo()).isFalse();
        assertThat(list.redo()).isEmpty();
    }
}
