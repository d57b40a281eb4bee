package dev.sayso.app.editor;

import static dev.sayso.app.editor.EditTest.cue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sayso.app.editor.Find.Match;
import dev.sayso.app.transcript.Cue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindTest {

    private static final List<Cue> CUES =
            List.of(
                    cue(0, 1, "The cat saw the Category."),
                    cue(1, 2, "Straße, Über, über; a.c"),
                    cue(2, 3, "猫の本 abc"));

    @ParameterizedTest
    @CsvSource({
        "cat, false, false, false, 2",
        "cat, false, true, false, 1",
        "cat, false, false, true, 1",
        "the, false, false, true, 2",
        "über, false, false, false, 2",
        "über, false, true, false, 1",
        "a.c, false, false, false, 1",
        "a.c, true, false, false, 2",
        "猫, false, false, false, 1",
        "xyz, false, false, false, 0",
        "'', false, false, false, 0",
        "x*, true, false, false, 0",
        "a|b, true, true, true, 1",
    })
    void placesAreFound(String query, boolean regex, boolean matchCase, boolean whole, int count) {
        assertThat(new Find(query, regex, matchCase, whole).all(CUES)).hasSize(count);
    }

    @Test
    void placesAreGivenInOrder() {
        assertThat(new Find("cat", false, false, false).all(CUES))
                .containsExactly(new Match(0, 4, 7), new Match(0, 16, 19));
    }

    private static List<String> replaced(Find find, String replacement) {
        return new Edit.ReplaceAll(find, replacement)
                .on(CUES).applyTo(CUES).stream().map(Cue::text).toList();
    }

    @Test
    void aPlainReplacementIsTakenAsItIs() {
        assertThat(replaced(new Find("cat", false, true, false), "$1\\"))
                .containsExactly(
                        "The $1\\ saw the Category.", "Straße, Über, über; a.c", "猫の本 abc");
    }

    @Test
    void aPatternsReplacementKnowsGroups() {
        assertThat(replaced(new Find("(\\w)\\.(\\w)", true, true, false), "$2.$1").get(1))
                .endsWith("c.a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a)", "[", "*", "a){(b"})
    void brokenPatternsAreSaid(String query) {
        assertThatExceptionOfType(Find.FindException.class)
                .isThrownBy(() -> new Find(query, true, false, true).all(CUES));
    }

    @Test
    void aGroupThatIsNoneIsSaid() {
        assertThatExceptionOfType(Find.FindException.class)
                .isThrownBy(() -> replaced(new Find("cat", true, false, false), "$3"));
        assertThatExceptionOfType(Find.FindException.class)
                .isThrownBy(() -> replaced(new Find("cat", true, false, false), "$"));
    }

    @Test
    void aPatternThatWouldTakeForEverIsGivenUp() {
        List<Cue> hostile = List.of(cue(0, 1, "a".repeat(200) + "!"));
        assertThatExceptionOfType(Find.FindException.class)
                .isThrownBy(() -> new Find("(a+a+)+\\1c", true, false, false).all(hostile));
        List<Cue> deep = List.of(cue(0, 1, "ab".repeat(100_000)));
        assertThatExceptionOfType(Find.FindException.class)
                .isThrownBy(() -> new Find("(a|b)*c", true, false, false).all(deep));
    }

    @Test
    void aReplacementInTenThousandCuesIsOneStep() {
        CueList list = new CueList(UndoTest.cues(10_000));
        List<Cue> original = list.cues();
        list.apply(new Edit.ReplaceAll(new Find("cue", false, false, true), "line"));
        assertThat(list.cues().getLast().text()).isEqualTo("this is line number 9999");
        assertThat(list.cues()).noneMatch(cue -> cue.text().contains("cue"));
        list.undo();
        assertThat(list.cues()).isEqualTo(original);
        assertThat(list.history().canUndo()).isFalse();
    }
}
