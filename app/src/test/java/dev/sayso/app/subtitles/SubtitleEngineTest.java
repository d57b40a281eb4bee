package dev.sayso.app.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sayso.app.subtitles.Violation.Kind;
import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubtitleEngineTest {

    private static final SubtitleRules RULES = SubtitleRules.defaults();

    @Test
    void aCueThatKeepsTheRulesStaysAsItIs() {
        Arranged arranged = arrange(60, cue(1000, 3000, "Hello world."));

        assertThat(arranged.cues())
                .containsExactly(
                        new SubtitleCue(cue(1000, 3000, "Hello world."), List.of("Hello world.")));
        assertThat(arranged.violations()).isEmpty();
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                // a clause ends
                arguments(
                        "When the meeting was over, everybody went home at once.",
                        List.of("When the meeting was over,", "everybody went home at once.")),
                // before a preposition, not after the article
                arguments(
                        "The very last train of the day leaves from the old station at noon",
                        List.of(
                                "The very last train of the day leaves",
                                "from the old station at noon")),
                // not one short word alone
                arguments(
                        "Nobody would ever have thought of that but me",
                        List.of("Nobody would ever have thought", "of that but me")),
                arguments(
                        "Die Donaudampfschifffahrtsgesellschaft hat heute ihre Fahrpläne geändert.",
                        List.of(
                                "Die Donaudampfschifffahrtsgesellschaft",
                                "hat heute ihre Fahrpläne geändert.")),
                // sixteen wide characters, and no comma at a line's start
                arguments("今天下午我们在会议室里讨论了这个问题，大家都同意。", List.of("今天下午我们在会议室里", "讨论了这个问题，大家都同意。")),
                arguments("私は昨日東京でコンピューターを買いました。", List.of("私は昨日東京で", "コンピューターを買いました。")),
                arguments("Qu'en pensez-vous ?", List.of("Qu'en pensez-vous ?")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void linesAreBrokenAtGoodPlaces(String text, List<String> expected) {
        assertThat(arrange(60, cue(0, 6900, text)).cues().getFirst().lines()).isEqualTo(expected);
    }

    @Test
    void aLongCueIsSplitAtItsSentencesAndTheyShareItsTime() {
        String text =
                "The first sentence of this long stretch is here. "
                        + "Then comes the second one, which is longer than that. "
                        + "And this is how it ends.";
        List<SubtitleCue> cues = arrange(60, cue(0, 12_000, text)).cues();

        assertThat(cues).hasSizeGreaterThan(1);
        assertThat(cues).allMatch(cue -> cue.cue().text().endsWith("."));
        assertThat(cues.get(1).cue().start().toMillis())
                .isCloseTo(
                        12_000L * cues.getFirst().cue().text().length() / text.length(),
                        offset(200L));
        assertThat(cues.getLast().cue().end()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void whatIsTooFastIsProlongedIntoTheSilence() {
        Arranged arranged =
                arrange(
                        60,
                        cue(0, 500, "That was said much too fast."),
                        cue(9000, 10_500, "Indeed."));

        assertThat(arranged.cues().getFirst().cue().end()).isEqualTo(Duration.ofMillis(1648));
        assertThat(arranged.violations()).isEmpty();
    }

    @Test
    void whereThereIsNoSilenceItIsReported() {
        String text = "That was said much too fast for anybody to read, and it went on and on.";
        Arranged arranged = arrange(2, cue(0, 1000, text), cue(1000, 2000, text));

        assertThat(arranged.cues()).hasSize(2);
        assertThat(arranged.violations())
                .extracting(Violation::kind)
                .containsExactly(Kind.TOO_SHORT, Kind.TOO_FAST, Kind.TOO_FAST);
    }

    @Test
    void aLeftOverWordGoesBackToItsSentence() {
        Arranged arranged = arrange(60, cue(0, 2000, "This is how it"), cue(2100, 3500, "ends."));

        assertThat(arranged.cues()).hasSize(1);
        assertThat(arranged.cues().getFirst().cue())
                .isEqualTo(cue(0, 3500, "This is how it ends."));
    }

    @Test
    void shortCuesAreJoinedWhenTheyCannotBeProlonged() {
        Arranged arranged =
                arrange(60, cue(0, 300, "Yes."), cue(300, 700, "No."), cue(700, 2500, "Maybe."));

        assertThat(arranged.cues())
                .extracting(cue -> cue.cue().text())
                .containsExactly("Yes. No. Maybe.");
    }

    @Test
    void aPauseIsNotBridged() {
        assertThat(arrange(60, cue(0, 2000, "This is how it"), cue(4000, 4800, "ends.")).cues())
                .hasSize(2);
    }

    @Test
    void cuesKeepTheirDistance() {
        List<SubtitleCue> cues =
                arrange(60, cue(0, 3000, "One sentence here."), cue(3000, 6000, "And one there."))
                        .cues();

        assertThat(cues.getFirst().cue().end()).isEqualTo(Duration.ofMillis(2917));
        assertThat(cues.get(1).cue().start()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void overlapsAreCut() {
        List<SubtitleCue> cues =
                arrange(60, cue(3000, 6000, "And one there."), cue(0, 4000, "One sentence here."))
                        .cues();

        assertThat(cues)
                .extracting(SubtitleCue::cue)
                .containsExactly(
                        cue(0, 2917, "One sentence here."), cue(3000, 6000, "And one there."));
    }

    @Test
    void aWordLongerThanALineIsReported() {
        Arranged arranged = arrange(60, cue(0, 5000, "a".repeat(50)));

        assertThat(arranged.cues().getFirst().lines()).containsExactly("a".repeat(50));
        assertThat(arranged.violations())
                .containsExactly(new Violation(0, Kind.LINE_TOO_LONG, 50, 42));
    }

    @Test
    void hoursOfTextInOneCueAreNoProblem() {
        String text = "This is one sentence of a very long dictation. ".repeat(5000);
        Arranged arranged = arrange(4 * 3600, cue(0, 4L * 3600 * 1000, text));

        assertThat(arranged.cues()).hasSizeBetween(2000, 10_000);
        assertThat(arranged.violations()).isEmpty();
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(arrange(60).cues()).isEmpty();
        assertThat(arrange(60, cue(0, 1000, " \n ")).cues()).isEmpty();
    }

    private static Arranged arrange(int seconds, Cue... cues) {
        return SubtitleEngine.arrange(List.of(cues), Duration.ofSeconds(seconds), RULES);
    }

    private static Cue cue(long start, long end, String text) {
        return new Cue(Duration.ofMillis(start), Duration.ofMillis(end), text);
    }
}
